package ponte.teams.card;

import ponte.conversation.PersonId;
import ponte.reply.Cut;

/** People by name, where calling them would be too much. */
final class Names {

  private Names() {}

  static String of(PersonId person, Pointers pointers) {
    return "@" + bare(person, pointers);
  }

  static String bare(PersonId person, Pointers pointers) {
    return Cut.shortened(pointers.name(person).orElseGet(person::value), Limits.NAME);
  }
}
