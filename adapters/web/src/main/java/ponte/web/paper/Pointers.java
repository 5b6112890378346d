package ponte.web.paper;

import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** What a digest on paper points at. */
public interface Pointers {

  /** The whole address at which a message opens. */
  String address(MessageId message);

  /** What colleagues call a person. */
  String name(PersonId person);
}
