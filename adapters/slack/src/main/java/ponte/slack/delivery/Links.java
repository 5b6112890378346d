package ponte.slack.delivery;

import java.util.Optional;
import ponte.command.Command;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ButtonValues;
import ponte.slack.blockkit.Pointers;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Installations;

/** What replies point at, as the installed workspaces have it. */
final class Links implements Pointers {

  private final Installations installations;
  private final Directory directory;
  private final ButtonValues values;

  Links(Installations installations, Directory directory, ButtonValues values) {
    this.installations = installations;
    this.directory = directory;
    this.values = values;
  }

  /** Slack's own address of a message: the dot of its time left out. */
  @Override
  public String permalink(MessageId message) {
    var base =
        installations
            .find(message.channel().workspace())
            .map(Installation::address)
            .map(address -> address.toString().replaceAll("/+$", ""))
            .orElse("https://slack.com/app_redirect?team=" + message.channel().workspace());
    return base
        + "/archives/"
        + message.channel().value()
        + "/p"
        + message.value().replace(".", "");
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
