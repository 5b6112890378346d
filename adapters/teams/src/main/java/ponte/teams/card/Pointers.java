package ponte.teams.card;

import java.util.Optional;
import java.util.Set;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** What a reply points at, as Teams knows it. */
public interface Pointers {

  /** Where a message opens; empty where no platform has an address for it. */
  Optional<String> permalink(MessageId message);

  /** Where a channel opens; empty where it is not known of which team it is. */
  Optional<String> address(ChannelId channel);

  /** What colleagues call a person; empty where nobody knows. */
  Optional<String> name(PersonId person);

  /**
   * Where a chat with people opens. Such an address names them by their e-mail, and so is given to
   * a colleague of theirs alone; empty for everybody else, and where one of them has none.
   */
  Optional<String> chat(PersonId reader, Set<PersonId> people);

  /** What a button that gives this command carries. */
  String value(Command command);
}
