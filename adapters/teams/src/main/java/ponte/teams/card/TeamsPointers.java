package ponte.teams.card;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.ButtonValues;
import ponte.platform.Permalinks;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/** What replies point at, as the tenants have it. */
public final class TeamsPointers implements Pointers {

  private final References references;
  private final Directory directory;
  private final ButtonValues values;
  private final Permalinks permalinks;

  /**
   * @param permalinks of all platforms: a reply may quote what was said on another
   */
  public TeamsPointers(
      References references, Directory directory, ButtonValues values, Permalinks permalinks) {
    this.references = references;
    this.directory = directory;
    this.values = values;
    this.permalinks = permalinks;
  }

  @Override
  public Optional<String> permalink(MessageId message) {
    return permalinks.of(message);
  }

  @Override
  public Optional<String> address(ChannelId channel) {
    return group(channel)
        .map(
            group ->
                Addresses.TEAMS
                    + "channel/"
                    + Addresses.encoded(channel.value())
                    + "/"
                    + Addresses.encoded(
                        directory.channel(channel).map(Channel::name).orElse("channel"))
                    + "?groupId="
                    + Addresses.encoded(group)
                    + "&tenantId="
                    + Addresses.encoded(channel.workspace().value()));
  }

  private Optional<String> group(ChannelId channel) {
    return references.team(channel).map(Team::group);
  }

  @Override
  public Optional<String> chat(PersonId reader, Set<PersonId> people) {
    if (references.service(reader.workspace()).isEmpty() || member(reader).isEmpty()) {
      return Optional.empty();
    }
    var addresses = new ArrayList<String>();
    for (var person : new TreeSet<>(people)) {
      member(person)
          .filter(known -> known.id().workspace().equals(reader.workspace()))
          .map(Person::email)
          .ifPresent(email -> addresses.add(Addresses.encoded(email)));
    }
    return addresses.isEmpty() || addresses.size() < people.size()
        ? Optional.empty()
        : Optional.of(Addresses.TEAMS + "chat/0/0?users=" + String.join(",", addresses));
  }

  /** Somebody who is of the tenant, and no guest of it. */
  private Optional<Person> member(PersonId person) {
    return directory.person(person).filter(known -> known.standing() == Person.Standing.ACTIVE);
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
