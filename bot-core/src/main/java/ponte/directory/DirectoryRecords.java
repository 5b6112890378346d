package ponte.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * How the directory lies in the records: a document for each person, each channel and each
 * channel's members, by workspace; and one that tells every reader that something changed. Its
 * version would not do: a store that was emptied counts from the beginning.
 */
final class DirectoryRecords {

  private static final Partition WORKSPACES = new Partition("directory-workspaces", "all");
  private static final Key REVISION = new Partition("directory-revision", "all").key("revision");

  private final Records records;

  DirectoryRecords(Records records) {
    this.records = records;
  }

  /** What the last change was; empty where there was none. No two changes have one name. */
  String revision() {
    return records.find(REVISION).map(Document::content).orElse("");
  }

  /**
   * Takes in changes. The revision moves on at the end even where nothing was new: an earlier try
   * may have died between its writes and its revision.
   */
  void apply(List<? extends Roster> events) {
    var changes = new LinkedHashMap<Key, List<UnaryOperator<String>>>();
    var workspaces = new TreeSet<WorkspaceId>();
    for (var event : events) {
      workspaces.add(event.workspace());
      changes.computeIfAbsent(keyOf(event), _ -> new ArrayList<>()).add(changeOf(event));
    }
    for (var workspace : workspaces) {
      records.write(Write.create(WORKSPACES.key(workspace.value()), workspace.value()));
    }
    byPartition(changes).forEach(this::write);
    bumpRevision();
  }

  /** The workspace's name goes last: who dies before that begins again. */
  void forget(WorkspaceId workspace) {
    records.drop(people(workspace));
    records.drop(channels(workspace));
    records.drop(members(workspace));
    records
        .find(WORKSPACES.key(workspace.value()))
        .ifPresent(named -> records.remove(named.key(), named.version()));
    bumpRevision();
  }

  Snapshot load(ChannelRules rules) {
    var revision = revision();
    Map<PersonId, Person> people = new HashMap<>();
    Map<ChannelId, Channel> channels = new HashMap<>();
    Map<ChannelId, Set<PersonId>> members = new HashMap<>();
    records.each(
        WORKSPACES,
        named -> {
          var workspace = new WorkspaceId(named.key().id());
          records.each(
              people(workspace),
              document -> {
                var person = person(document);
                people.put(person.id(), person);
              });
          records.each(
              channels(workspace),
              document ->
                  latest(document).ifPresent(channel -> channels.put(channel.id(), channel)));
          records.each(
              members(workspace),
              document ->
                  members.put(
                      new ChannelId(workspace, document.key().id()),
                      Codec.read(document.content(), Membership.class).people()));
        });
    return Snapshot.of(revision, people, channels, members, rules);
  }

  Optional<Person> person(PersonId id) {
    return records.find(people(id.workspace()).key(id.value())).map(DirectoryRecords::person);
  }

  Optional<Channel> channel(ChannelId id) {
    return records.find(channels(id.workspace()).key(id.value())).flatMap(DirectoryRecords::latest);
  }

  private static Person person(Document document) {
    return Codec.read(document.content(), DatedPerson.class).person();
  }

  private static Optional<Channel> latest(Document document) {
    return Codec.read(document.content(), ChannelRecord.class).latest();
  }

  private static Key keyOf(Roster event) {
    return switch (event) {
      case Roster.PersonChanged(_, var person, _) ->
          people(person.id().workspace()).key(person.id().value());
      case Roster.ChannelChanged(_, var channel, _) ->
          channels(channel.id().workspace()).key(channel.id().value());
      case Roster.ChannelTurned(_, var channel, _, _) ->
          channels(channel.workspace()).key(channel.value());
      case Roster.MembersListed(_, var channel, _, _) ->
          members(channel.workspace()).key(channel.value());
      case Roster.Joined(_, var channel, _, _) -> members(channel.workspace()).key(channel.value());
      case Roster.Left(_, var channel, _, _) -> members(channel.workspace()).key(channel.value());
    };
  }

  /** What an event makes of the stored form, which is empty where there was none. */
  private static UnaryOperator<String> changeOf(Roster event) {
    return switch (event) {
      case Roster.PersonChanged(_, var person, var at) ->
          old -> later(old, new DatedPerson(person, at));
      case Roster.ChannelChanged(_, var channel, var at) ->
          old -> Codec.write(channelRecord(old).tell(channel, at));
      case Roster.ChannelTurned(_, _, var trait, var at) ->
          old -> Codec.write(channelRecord(old).turn(trait, at));
      case Roster.MembersListed(_, _, var people, var at) ->
          old -> Codec.write(membership(old).list(people, at));
      case Roster.Joined(_, _, var person, var at) ->
          old -> Codec.write(membership(old).move(person, true, at));
      case Roster.Left(_, _, var person, var at) ->
          old -> Codec.write(membership(old).move(person, false, at));
    };
  }

  /** The later of two; of equally late ones the one whose stored form sorts last. */
  private static String later(String old, DatedPerson candidate) {
    var written = Codec.write(candidate);
    if (old.isEmpty()) {
      return written;
    }
    var order = Codec.read(old, DatedPerson.class).at().compareTo(candidate.at());
    return order > 0 || order == 0 && old.compareTo(written) >= 0 ? old : written;
  }

  private static ChannelRecord channelRecord(String stored) {
    return stored.isEmpty() ? ChannelRecord.NOTHING : Codec.read(stored, ChannelRecord.class);
  }

  private static Membership membership(String stored) {
    return stored.isEmpty() ? Membership.NOBODY : Codec.read(stored, Membership.class);
  }

  private static Map<Partition, Map<Key, List<UnaryOperator<String>>>> byPartition(
      Map<Key, List<UnaryOperator<String>>> changes) {
    var grouped = new LinkedHashMap<Partition, Map<Key, List<UnaryOperator<String>>>>();
    changes.forEach(
        (key, operators) ->
            grouped
                .computeIfAbsent(key.partition(), _ -> new LinkedHashMap<>())
                .put(key, operators));
    return grouped;
  }

  private void write(Partition partition, Map<Key, List<UnaryOperator<String>>> changes) {
    while (true) {
      var writes = new ArrayList<Write>();
      changes.forEach((key, operators) -> changed(key, operators).ifPresent(writes::add));
      if (writes.isEmpty() || records.writeAll(writes)) {
        return;
      }
    }
  }

  private Optional<Write> changed(Key key, List<UnaryOperator<String>> operators) {
    var old = records.find(key);
    var before = old.map(Document::content).orElse("");
    var after = before;
    for (var operator : operators) {
      after = operator.apply(after);
    }
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(new Write(key, after, old.map(Document::version).orElse(0L), null, null));
  }

  private void bumpRevision() {
    while (true) {
      var old = records.find(REVISION);
      if (records.write(
          new Write(
              REVISION,
              UUID.randomUUID().toString(),
              old.map(Document::version).orElse(0L),
              null,
              null))) {
        return;
      }
    }
  }

  private static Partition people(WorkspaceId workspace) {
    return new Partition("directory-people", workspace.value());
  }

  private static Partition channels(WorkspaceId workspace) {
    return new Partition("directory-channels", workspace.value());
  }

  private static Partition members(WorkspaceId workspace) {
    return new Partition("directory-members", workspace.value());
  }
}
