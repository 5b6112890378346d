package ponte.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ponte.Race;
import ponte.TestClock;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.store.InMemoryRecords;
import ponte.store.Partition;
import ponte.store.Records;

class DirectoryTest {

  private static final WorkspaceId ACME = new WorkspaceId("T1");
  private static final WorkspaceId OTHER = new WorkspaceId("T2");
  private static final ChannelId OPEN = new ChannelId(ACME, "C1");
  private static final ChannelId CLOSED = new ChannelId(ACME, "G1");
  private static final PersonId ADA = new PersonId(ACME, "U1");
  private static final PersonId BRUNO = new PersonId(ACME, "U2");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final InMemoryRecords records = new InMemoryRecords(TestClock.at(MONDAY));
  private final Directory directory = new Directory(records);

  @Test
  void showsPublicChannelsToColleaguesAndPrivateOnesToTheirMembers() {
    directory.apply(acme());

    assertThat(directory.audienceOf(ADA)).isEqualTo(new Audience(Set.of(OPEN, CLOSED)));
    assertThat(directory.audienceOf(BRUNO)).isEqualTo(Audience.of(OPEN));
    assertThat(directory.everybody()).isEqualTo(Audience.of(OPEN));
  }

  @Test
  void findsOnePersonAndOneChannelWithoutReadingAllOfThemAgain() {
    var listed = new AtomicInteger();
    var watched = new Directory(watched(listed));
    watched.apply(acme());

    assertThat(watched.person(ADA)).map(Person::name).contains("Name U1");
    assertThat(watched.channel(OPEN)).map(Channel::name).contains("open");
    assertThat(watched.channel(new ChannelId(ACME, "C99"))).isEmpty();
    assertThat(listed).hasValue(0);

    assertThat(watched.people()).isNotEmpty();
    var once = listed.get();
    assertThat(once).isPositive();
    assertThat(watched.person(ADA)).isPresent();
    watched.apply(List.of(person(BRUNO, Person.Standing.LEFT, MONDAY.plusSeconds(1))));
    assertThat(watched.person(BRUNO)).map(Person::standing).contains(Person.Standing.LEFT);
    assertThat(listed).hasValue(once);
  }

  @Test
  void noticesThatEverythingIsGoneAndBegunAnew() {
    directory.apply(acme());
    assertThat(directory.channels(directory.everybody())).isNotEmpty();
    records.drop(new Partition("directory-revision", "all"));
    records.drop(new Partition("directory-channels", "T1"));
    records.drop(new Partition("directory-workspaces", "all"));

    new Directory(records).apply(List.of(person(ADA, Person.Standing.ACTIVE, MONDAY)));

    assertThat(directory.channels(directory.everybody())).isEmpty();
  }

  /** The records, counting how often all of something is read. */
  private Records watched(AtomicInteger listed) {
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (_, method, arguments) -> {
              if (Set.of("list", "each").contains(method.getName())) {
                listed.incrementAndGet();
              }
              return method.invoke(records, arguments);
            });
  }

  @Test
  void showsNothingOfAnotherWorkspace() {
    var stranger = new PersonId(OTHER, "U1");
    directory.apply(acme());
    directory.apply(List.of(person(stranger, Person.Standing.ACTIVE, MONDAY)));

    assertThat(directory.audienceOf(stranger)).isEqualTo(Audience.NOBODY);
  }

  @Test
  void showsAGuestOnlyTheChannelsTheyAreIn() {
    directory.apply(acme());
    directory.apply(
        List.of(
            person(BRUNO, Person.Standing.GUEST, MONDAY.plusSeconds(1)),
            new Roster.Left(new EventId("l"), OPEN, BRUNO, MONDAY.plusSeconds(1)),
            new Roster.Joined(new EventId("j"), CLOSED, BRUNO, MONDAY.plusSeconds(1))));

    assertThat(directory.audienceOf(BRUNO)).isEqualTo(Audience.of(CLOSED));
  }

  @Test
  void showsNothingToThoseWhoLeftOrWereNeverThere() {
    directory.apply(acme());
    directory.apply(List.of(person(ADA, Person.Standing.LEFT, MONDAY.plusSeconds(1))));

    assertThat(directory.audienceOf(ADA)).isEqualTo(Audience.NOBODY);
    assertThat(directory.audienceOf(new PersonId(ACME, "U99"))).isEqualTo(Audience.NOBODY);
  }

  @Test
  void closesAPrivateChannelToWhoLeftIt() {
    directory.apply(acme());
    directory.apply(List.of(new Roster.Left(new EventId("l"), CLOSED, ADA, MONDAY.plusSeconds(1))));

    assertThat(directory.audienceOf(ADA)).isEqualTo(Audience.of(OPEN));
  }

  @Test
  void findsAChannelByNameOnlyForThoseWhoMayOpenIt() {
    directory.apply(acme());

    assertThat(directory.channelNamed("#Closed", directory.audienceOf(ADA))).isPresent();
    assertThat(directory.channelNamed("closed", directory.audienceOf(BRUNO))).isEmpty();
  }

  @Test
  void findsAChannelByTheEndOfItsNameWhereOneAloneEndsSo() {
    directory.apply(List.of(named("1", "Delivery-platform"), named("2", "Delivery-general")));
    var all = new Audience(Set.of(new ChannelId(ACME, "1"), new ChannelId(ACME, "2")));

    assertThat(directory.channelNamed("#Platform", all))
        .map(Channel::name)
        .contains("Delivery-platform");
    assertThat(directory.channelNamed("form", all)).isEmpty();
    assertThat(directory.channelNamed("platform", Audience.of(new ChannelId(ACME, "2")))).isEmpty();

    directory.apply(List.of(named("3", "Payments-platform")));
    var more = new Audience(Set.of(new ChannelId(ACME, "1"), new ChannelId(ACME, "3")));
    assertThat(directory.channelNamed("platform", more)).isEmpty();

    directory.apply(List.of(named("3", "platform")));
    assertThat(directory.channelNamed("platform", more)).map(Channel::name).contains("platform");
  }

  private static Roster.ChannelChanged named(String id, String name) {
    var channel = new ChannelId(ACME, id);
    return new Roster.ChannelChanged(
        new EventId(id + name),
        new Channel(channel, name, Channel.Visibility.PUBLIC, "", "", false),
        name.equals("platform") ? MONDAY.plusSeconds(60) : MONDAY);
  }

  @Test
  void endsInTheSameStateWhateverTheOrderOfEvents() {
    var events = new ArrayList<>(acme());
    events.add(person(ADA, Person.Standing.GUEST, MONDAY.plusSeconds(3)));
    events.add(new Roster.Left(new EventId("1"), CLOSED, ADA, MONDAY.plusSeconds(1)));
    events.add(new Roster.Joined(new EventId("2"), CLOSED, ADA, MONDAY.plusSeconds(2)));
    events.add(new Roster.Joined(new EventId("3"), CLOSED, BRUNO, MONDAY.plusSeconds(2)));
    events.add(
        new Roster.MembersListed(new EventId("4"), OPEN, Set.of(ADA), MONDAY.plusSeconds(5)));
    events.add(new Roster.Joined(new EventId("5"), OPEN, BRUNO, MONDAY.plusSeconds(4)));
    directory.apply(events);
    var expected = List.of(directory.people(), directory.members(OPEN), directory.members(CLOSED));

    for (var seed = 0; seed < 50; seed++) {
      var shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, 3));
      Collections.shuffle(shuffled, new Random(seed));
      var other = new Directory(new InMemoryRecords(TestClock.at(MONDAY)));
      shuffled.forEach(event -> other.apply(List.of(event)));

      assertThat(List.of(other.people(), other.members(OPEN), other.members(CLOSED)))
          .as("seed %s", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void seesWhatAnotherReplicaChanged() {
    directory.apply(acme());
    assertThat(directory.person(ADA)).isPresent();
    var replica = new Directory(records);

    replica.apply(List.of(person(ADA, Person.Standing.LEFT, MONDAY.plusSeconds(1))));

    assertThat(directory.person(ADA).orElseThrow().isActive()).isFalse();
  }

  @Test
  void forgetsAWorkspaceForEveryReplica() {
    directory.apply(acme());
    var replica = new Directory(records);
    assertThat(replica.person(ADA)).isPresent();

    directory.forget(ACME);

    for (var reader : List.of(directory, replica)) {
      assertThat(reader.workspaces()).isEmpty();
      assertThat(reader.people()).isEmpty();
      assertThat(reader.members(CLOSED)).isEmpty();
      assertThat(reader.audienceOf(ADA).channels()).isEmpty();
    }
    directory.apply(acme());
    assertThat(replica.person(ADA)).isPresent();
  }

  @Test
  void losesNoChangeOfThoseMadeAtOnce() throws Exception {
    directory.apply(acme());
    var joined = new java.util.concurrent.atomic.AtomicInteger();

    Race.of(
        8,
        () -> {
          var person = new PersonId(ACME, "V" + joined.incrementAndGet());
          directory.apply(
              List.of(
                  new Roster.Joined(
                      new EventId(person.value()), OPEN, person, MONDAY.plusSeconds(9))));
          return person;
        });

    assertThat(directory.members(OPEN)).hasSize(10);
  }

  @Test
  void endsWithTheSameChannelInWhateverOrderItsTurnsCome() {
    var turns =
        new ArrayList<Roster>(
            List.of(
                channel(OPEN, "open", Channel.Visibility.PUBLIC),
                turn(1, new Channel.Trait.Named("renamed")),
                turn(2, new Channel.Trait.Archived(true)),
                turn(3, new Channel.Trait.SeenBy(Channel.Visibility.PRIVATE)),
                turn(4, new Channel.Trait.Named("renamed again")),
                turn(5, new Channel.Trait.Archived(false)),
                turn(-1, new Channel.Trait.About("told before all of it was")),
                turn(6, new Channel.Trait.MeantFor("bridges"))));

    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(turns, new Random(seed));
      var shuffled = new Directory(new InMemoryRecords(TestClock.at(MONDAY)));
      turns.forEach(turn -> shuffled.apply(List.of(turn)));

      assertThat(shuffled.channel(OPEN))
          .contains(
              new Channel(OPEN, "renamed again", Channel.Visibility.PRIVATE, "", "bridges", false));
    }
  }

  @Test
  void showsNobodyAChannelOfWhichOnlyANameIsKnown() {
    directory.apply(List.of(turn(1, new Channel.Trait.Named("renamed"))));

    assertThat(directory.channel(OPEN)).isEmpty();
    assertThat(directory.everybody()).isEqualTo(Audience.NOBODY);
  }

  private static Roster turn(int minutes, Channel.Trait trait) {
    return new Roster.ChannelTurned(
        new EventId("t" + minutes), OPEN, trait, MONDAY.plusSeconds(60L * minutes));
  }

  private static List<Roster> acme() {
    return List.of(
        person(ADA, Person.Standing.ACTIVE, MONDAY),
        person(BRUNO, Person.Standing.ACTIVE, MONDAY),
        channel(OPEN, "open", Channel.Visibility.PUBLIC),
        channel(CLOSED, "closed", Channel.Visibility.PRIVATE),
        new Roster.MembersListed(new EventId("m1"), OPEN, Set.of(ADA, BRUNO), MONDAY),
        new Roster.MembersListed(new EventId("m2"), CLOSED, Set.of(ADA), MONDAY));
  }

  private static Roster person(PersonId id, Person.Standing standing, Instant at) {
    return new Roster.PersonChanged(
        new EventId("p" + id + at),
        new Person(
            id,
            "Name " + id.value(),
            id.value(),
            "",
            null,
            ZoneOffset.UTC,
            Language.ITALIAN,
            standing),
        at);
  }

  private static Roster channel(ChannelId id, String name, Channel.Visibility visibility) {
    return new Roster.ChannelChanged(
        new EventId("c" + id), new Channel(id, name, visibility, "", "", false), MONDAY);
  }
}
