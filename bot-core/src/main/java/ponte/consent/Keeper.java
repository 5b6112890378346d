package ponte.consent;

import ponte.conversation.PersonId;

/** Somebody who keeps something about people, and can forget it. */
@FunctionalInterface
public interface Keeper {

  /** Removes all that is kept of a person; a second time changes nothing. */
  void forget(PersonId person);
}
