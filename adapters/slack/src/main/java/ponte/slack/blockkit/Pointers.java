package ponte.slack.blockkit;

import java.util.Optional;
import ponte.command.Command;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** What a reply points at, as Slack knows it. */
public interface Pointers {

  /** Where a message opens. */
  String permalink(MessageId message);

  /** What colleagues call a person; empty where nobody knows. */
  Optional<String> name(PersonId person);

  /** What a button that gives this command carries, 1 to 2,000 characters. */
  String value(Command command);
}
