package ponte.app;

import java.util.Optional;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.Permalinks;
import ponte.web.Links;
import ponte.web.paper.Pointers;

/**
 * Names by the directory; messages open where they were written, or else in the console.
 *
 * @param console the console's address, without a slash at its end
 */
public record DirectoryPointers(Directory directory, Permalinks permalinks, String console)
    implements Pointers {

  /** Where all messages open in the console. */
  public DirectoryPointers(Directory directory, String console) {
    this(directory, _ -> Optional.empty(), console);
  }

  @Override
  public String address(MessageId message) {
    return permalinks.of(message).orElseGet(() -> console + Links.to(message));
  }

  @Override
  public String name(PersonId person) {
    return directory.person(person).map(Person::name).orElseGet(person::value);
  }
}
