package ponte.teams.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The conversations that Ponte has been heard in, kept so that it can speak there later.
 *
 * <p>Each activity tells anew where its conversation is reached; what was heard last counts. To
 * hear the same again writes nothing. Of people who are forgotten nothing is kept.
 */
public final class References {

  private final Records records;
  private final Predicate<PersonId> forgotten;

  /** Those of tenants in which nobody is forgotten. */
  public References(Records records) {
    this(records, _ -> false);
  }

  /**
   * @param forgotten of whom nothing may be kept
   */
  public References(Records records, Predicate<PersonId> forgotten) {
    this.records = records;
    this.forgotten = forgotten;
  }

  /**
   * A person of a tenant.
   *
   * @param teamsId {@code 29:…}, the id by which Teams names them to this bot; null: not heard
   * @param chat their personal chat with Ponte; null: none is known
   */
  private record OfPerson(@Nullable String teamsId, @Nullable Reference chat) {}

  /** Whom an id of Teams names. */
  private record Named(PersonId person) {}

  /**
   * A channel or a group chat.
   *
   * @param team null of a group chat
   */
  private record OfChannel(Reference reference, @Nullable String team) {}

  /** Keeps the personal chat of a person, and that their tenant is reached by the same service. */
  public void heardPersonal(PersonId person, String teamsId, Reference chat) {
    keep(person, new OfPerson(teamsId, chat));
    keep(tenant(person.workspace()), chat.service());
  }

  /** Keeps a personal chat that Ponte opened itself. */
  public void opened(PersonId person, Reference chat) {
    keep(person, new OfPerson(teamsId(person).orElse(null), chat));
  }

  /** Keeps by which id Teams names a person; what is known of their chat stays. */
  public void heardOf(PersonId person, String teamsId) {
    keep(person, new OfPerson(teamsId, personal(person).orElse(null)));
  }

  private void keep(PersonId person, OfPerson heard) {
    if (forgotten.test(person)) {
      return;
    }
    keep(people(person.workspace()).key(person.value()), heard);
    var teamsId = heard.teamsId();
    // Who has no object id in the directory is known by Teams' own id already.
    if (teamsId != null && !person.value().equals(teamsId)) {
      keep(names(person.workspace()).key(teamsId), new Named(person));
    }
  }

  /** Whom Teams names by an id, {@code 29:…}; empty: not heard yet. */
  public Optional<PersonId> person(WorkspaceId tenant, String teamsId) {
    return records
        .find(names(tenant).key(teamsId))
        .map(document -> Codec.read(document.content(), Named.class).person());
  }

  /** Keeps where a channel is reached, and of which team it is. */
  public void heardChannel(ChannelId channel, Reference reference, Team team) {
    heardTeam(team, reference.service());
    keep(channels(channel.workspace()).key(channel.value()), new OfChannel(reference, team.id()));
  }

  /** Keeps where a group chat is reached. */
  public void heardGroup(ChannelId group, Reference reference) {
    keep(channels(group.workspace()).key(group.value()), new OfChannel(reference, null));
    keep(tenant(group.workspace()), reference.service());
  }

  /** Keeps a team; a group that is not told now and was before stays known. */
  public void heardTeam(Team team, Service service) {
    var known = team(team.tenant(), team.id());
    var group = team.group() == null ? known.map(Team::group).orElse(null) : team.group();
    keep(teamRecords(team.tenant()).key(team.id()), new Team(team.tenant(), team.id(), group));
    keep(tenant(team.tenant()), service);
  }

  /** The personal chat of a person; empty where none is known. */
  public Optional<Reference> personal(PersonId person) {
    return person(person).map(OfPerson::chat);
  }

  /** The id by which Teams names a person to this bot, {@code 29:…}; empty: not heard yet. */
  public Optional<String> teamsId(PersonId person) {
    return person(person).map(OfPerson::teamsId);
  }

  /** Where a channel or a group chat is reached; empty where it is not known. */
  public Optional<Reference> channel(ChannelId channel) {
    return ofChannel(channel).map(OfChannel::reference);
  }

  /** The team of a channel; empty of a group chat, and where the channel is not known. */
  public Optional<Team> team(ChannelId channel) {
    return ofChannel(channel).map(OfChannel::team).flatMap(team -> team(channel.workspace(), team));
  }

  public Optional<Team> team(WorkspaceId tenant, String id) {
    return records
        .find(teamRecords(tenant).key(id))
        .map(document -> Codec.read(document.content(), Team.class));
  }

  /** The teams of a tenant that Ponte is in. */
  public List<Team> teams(WorkspaceId tenant) {
    return all(teamRecords(tenant), document -> Codec.read(document.content(), Team.class));
  }

  /** By which service a tenant was heard of last: new conversations are begun there. */
  public Optional<Service> service(WorkspaceId tenant) {
    return records
        .find(tenant(tenant))
        .map(document -> Codec.read(document.content(), Service.class));
  }

  /** Forgets a person's chat: they took Ponte out, or it is gone. */
  public void forgetPersonal(PersonId person) {
    var key = people(person.workspace()).key(person.value());
    records
        .find(key)
        .ifPresent(
            document -> {
              var teamsId = ofPerson(document).teamsId();
              records.write(Write.replace(document, Codec.write(new OfPerson(teamsId, null))));
            });
  }

  /** Forgets a person: their chat, and how Teams names them. */
  public void forget(PersonId person) {
    // What tells of the other goes last: who dies before that begins again.
    teamsId(person).ifPresent(teamsId -> remove(names(person.workspace()).key(teamsId)));
    remove(people(person.workspace()).key(person.value()));
  }

  /** Forgets a channel or a group chat. */
  public void forget(ChannelId channel) {
    remove(channels(channel.workspace()).key(channel.value()));
  }

  /** Forgets a team with its channels: Ponte was taken out of it. */
  public void forget(Team team) {
    for (var channel : channelsOf(team)) {
      forget(channel);
    }
    remove(teamRecords(team.tenant()).key(team.id()));
  }

  /** The channels of a team that were heard of. */
  public List<ChannelId> channelsOf(Team team) {
    return all(channels(team.tenant()), document -> document).stream()
        .filter(document -> team.id().equals(ofChannel(document).team()))
        .map(document -> new ChannelId(team.tenant(), document.key().id()))
        .toList();
  }

  private Optional<OfPerson> person(PersonId person) {
    return records.find(people(person.workspace()).key(person.value())).map(References::ofPerson);
  }

  private Optional<OfChannel> ofChannel(ChannelId channel) {
    return records
        .find(channels(channel.workspace()).key(channel.value()))
        .map(References::ofChannel);
  }

  /** Whoever writes last wins: two activities tell the same, or the later one knows better. */
  private void keep(Key key, Object heard) {
    var content = Codec.write(heard);
    var kept = records.find(key);
    if (kept.isEmpty()) {
      records.write(Write.create(key, content));
    } else if (!Objects.equals(kept.get().content(), content)) {
      records.write(Write.replace(kept.get(), content));
    }
  }

  private void remove(Key key) {
    records.find(key).ifPresent(document -> records.remove(key, document.version()));
  }

  private <T> List<T> all(Partition partition, Function<Document, T> read) {
    var all = new ArrayList<T>();
    records.each(partition, document -> all.add(read.apply(document)));
    return all;
  }

  private static OfPerson ofPerson(Document document) {
    return Codec.read(document.content(), OfPerson.class);
  }

  private static OfChannel ofChannel(Document document) {
    return Codec.read(document.content(), OfChannel.class);
  }

  private static Partition people(WorkspaceId tenant) {
    return new Partition("teams-people", tenant.value());
  }

  private static Partition names(WorkspaceId tenant) {
    return new Partition("teams-names", tenant.value());
  }

  private static Partition channels(WorkspaceId tenant) {
    return new Partition("teams-channels", tenant.value());
  }

  private static Partition teamRecords(WorkspaceId tenant) {
    return new Partition("teams-teams", tenant.value());
  }

  private static Key tenant(WorkspaceId tenant) {
    return new Partition("teams-tenant", tenant.value()).key("service");
  }
}
