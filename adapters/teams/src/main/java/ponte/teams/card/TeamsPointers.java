package ponte.teams.card;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ButtonValues;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/**
 * What replies point at, as the tenants have it:
 * <https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams>.
 */
public final class TeamsPointers implements Pointers {

  private static final String TEAMS = "https://teams.microsoft.com/l/";

  private final References references;
  private final Directory directory;
  private final ButtonValues values;
  private final UnaryOperator<MessageId> roots;

  /**
   * @param roots gives the message that opened the thread of a message: itself, where it stands
   *     alone or nothing is known of it
   */
  public TeamsPointers(
      References references,
      Directory directory,
      ButtonValues values,
      UnaryOperator<MessageId> roots) {
    this.references = references;
    this.directory = directory;
    this.values = values;
    this.roots = roots;
  }

  @Override
  public String permalink(MessageId message) {
    var channel = message.channel();
    var group = group(channel).map(known -> "&groupId=" + encoded(known)).orElse("");
    return TEAMS
        + "message/"
        + encoded(channel.value())
        + "/"
        + encoded(message.value())
        + "?tenantId="
        + encoded(channel.workspace().value())
        + group
        + "&parentMessageId="
        + encoded(roots.apply(message).value());
  }

  @Override
  public Optional<String> address(ChannelId channel) {
    return group(channel)
        .map(
            group ->
                TEAMS
                    + "channel/"
                    + encoded(channel.value())
                    + "/"
                    + encoded(directory.channel(channel).map(Channel::name).orElse("channel"))
                    + "?groupId="
                    + encoded(group)
                    + "&tenantId="
                    + encoded(channel.workspace().value()));
  }

  private Optional<String> group(ChannelId channel) {
    return references.team(channel).map(Team::group);
  }

  @Override
  public Optional<String> chat(Set<PersonId> people) {
    var addresses = new ArrayList<String>();
    for (var person : new TreeSet<>(people)) {
      directory
          .person(person)
          .filter(known -> references.service(known.id().workspace()).isPresent())
          .map(Person::email)
          .ifPresent(email -> addresses.add(encoded(email)));
    }
    return addresses.isEmpty() || addresses.size() < people.size()
        ? Optional.empty()
        : Optional.of(TEAMS + "chat/0/0?users=" + String.join(",", addresses));
  }

  @Override
  public Optional<String> name(PersonId person) {
    return directory.person(person).map(Person::name);
  }

  @Override
  public String value(Command command) {
    return values.of(command);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
