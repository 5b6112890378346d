package ponte.slack.delivery;

import java.util.Optional;
import ponte.command.Command;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ButtonValues;
import ponte.platform.Permalinks;
import ponte.slack.blockkit.Pointers;

/** What replies point at. */
final class Links implements Pointers {

  private final Permalinks permalinks;
  private final Directory directory;
  private final ButtonValues values;

  Links(Permalinks permalinks, Directory directory, ButtonValues values) {
    this.permalinks = permalinks;
    this.directory = directory;
    this.values = values;
  }

  /** Of a workspace that is not installed, but was imported, Slack knows what it is. */
  @Override
  public String permalink(MessageId message) {
    return permalinks
        .of(message)
        .orElseGet(
            () ->
                SlackPermalinks.in(
                    "https://slack.com/app_redirect?team=" + message.channel().workspace(),
                    message));
  }

  @Override
  public Optional<String> name(PersonId person) {
    return directory.person(person).map(Person::name);
  }

  @Override
  public String value(Command command) {
    return values.of(command);
  }
}
