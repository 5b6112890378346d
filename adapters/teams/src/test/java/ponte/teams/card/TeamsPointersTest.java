package ponte.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.Permalinks;
import ponte.store.Codec;
import ponte.store.InMemoryRecords;
import ponte.teams.reference.References;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;

class TeamsPointersTest {

  private static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  private static final WorkspaceId ACME = new WorkspaceId("72f988bf");
  private static final WorkspaceId SLACK = new WorkspaceId("T123ABC456");
  private static final ChannelId GENERAL = new ChannelId(ACME, "19:abc@thread.tacv2");
  private static final MessageId ROOT = new MessageId(GENERAL, "1764493200000");
  private static final MessageId REPLY = new MessageId(GENERAL, "1764493300000");
  private static final PersonId ANNA = new PersonId(ACME, "anna");
  private static final PersonId BRUNO = new PersonId(ACME, "bruno");
  private static final PersonId READER = new PersonId(ACME, "reader");
  private static final PersonId GUEST = new PersonId(ACME, "guest");
  private static final PersonId GONE = new PersonId(ACME, "gone");
  private static final WorkspaceId BRANCH = new WorkspaceId("c0ffee00");
  private static final PersonId NEIGHBOUR = new PersonId(BRANCH, "neighbour");

  private final TestClock clock = TestClock.at(NOW);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final References references = new References(records);
  private final Directory directory = new Directory(records);

  @BeforeEach
  void hear() {
    var service =
        new Service(ACME, URI.create("https://smba.trafficmanager.net/emea/"), "28:ponte");
    references.heardChannel(
        GENERAL,
        service.conversation(GENERAL.value()),
        new Team(ACME, GENERAL.value(), "3fa85f64"));
    var there = new ChannelId(BRANCH, "19:branch@thread.tacv2");
    references.heardChannel(
        there,
        new Service(BRANCH, service.url(), "28:ponte").conversation(there.value()),
        new Team(BRANCH, there.value(), "1e2d3c4b"));
    directory.apply(
        List.of(
            knows(ANNA, "anna@acme.example", Person.Standing.ACTIVE),
            knows(BRUNO, null, Person.Standing.ACTIVE),
            knows(READER, "reader@acme.example", Person.Standing.ACTIVE),
            knows(GUEST, "guest@else.example", Person.Standing.GUEST),
            knows(GONE, "gone@acme.example", Person.Standing.LEFT),
            knows(NEIGHBOUR, "neighbour@branch.example", Person.Standing.ACTIVE),
            new Event.Roster.ChannelChanged(
                new EventId("channel"),
                new Channel(GENERAL, "R&D Italy", Channel.Visibility.PRIVATE, "", "", false),
                NOW)));
  }

  private static Event.Roster knows(PersonId id, @Nullable String email, Person.Standing standing) {
    return new Event.Roster.PersonChanged(
        new EventId(id.toString()),
        new Person(id, "Name", "name", "", email, ZoneOffset.UTC, null, standing),
        NOW);
  }

  private TeamsPointers pointers(UnaryOperator<MessageId> roots) {
    Permalinks slack =
        message ->
            message.channel().workspace().equals(SLACK)
                ? Optional.of("https://acme.slack.com/archives/C1/p1")
                : Optional.empty();
    return new TeamsPointers(
        references,
        directory,
        TeamsButtons.values(records, clock),
        Permalinks.all(List.of(slack, new TeamsPermalinks(references, roots))));
  }

  @Test
  void opensAMessageInItsThread() {
    assertThat(pointers(_ -> ROOT).permalink(REPLY))
        .contains(
            "https://teams.microsoft.com/l/message/19%3Aabc%40thread.tacv2/1764493300000"
                + "?tenantId=72f988bf&groupId=3fa85f64&parentMessageId=1764493200000");
  }

  @Test
  void opensAMessageOfAnotherPlatformThere() {
    var pointers = pointers(UnaryOperator.identity());
    var inSlack = new MessageId(new ChannelId(SLACK, "C1"), "1.2");
    var nowhere = new MessageId(new ChannelId(new WorkspaceId("import"), "C1"), "1.2");

    assertThat(pointers.permalink(inSlack)).contains("https://acme.slack.com/archives/C1/p1");
    assertThat(pointers.permalink(nowhere)).isEmpty();
    assertThat(new TeamsPermalinks(references, UnaryOperator.identity()).of(inSlack)).isEmpty();
  }

  @Test
  void opensAChannelOfAKnownTeam() {
    var pointers = pointers(UnaryOperator.identity());

    assertThat(pointers.address(GENERAL))
        .contains(
            "https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/R%26D%20Italy"
                + "?groupId=3fa85f64&tenantId=72f988bf");
    assertThat(pointers.address(new ChannelId(ACME, "19:other@thread.tacv2"))).isEmpty();
  }

  @Test
  void opensAChatOnlyWithPeopleWhoseAddressesItKnows() {
    var pointers = pointers(UnaryOperator.identity());

    assertThat(pointers.chat(READER, Set.of(ANNA)))
        .contains("https://teams.microsoft.com/l/chat/0/0?users=anna%40acme.example");
    assertThat(pointers.chat(READER, Set.of(ANNA, BRUNO))).isEmpty();
    assertThat(pointers.chat(READER, Set.of())).isEmpty();
  }

  @Test
  void givesTheAddressOfAMemberToAnotherMemberOfTheTenantAlone() {
    var pointers = pointers(UnaryOperator.identity());

    assertThat(pointers.chat(GUEST, Set.of(ANNA))).isEmpty();
    assertThat(pointers.chat(GONE, Set.of(ANNA))).isEmpty();
    assertThat(pointers.chat(NEIGHBOUR, Set.of(ANNA))).isEmpty();
    assertThat(pointers.chat(new PersonId(ACME, "unknown"), Set.of(ANNA))).isEmpty();
    assertThat(pointers.chat(READER, Set.of(GUEST))).isEmpty();
    assertThat(pointers.chat(READER, Set.of(NEIGHBOUR))).isEmpty();
    assertThat(pointers.chat(READER, Set.of(ANNA, NEIGHBOUR))).isEmpty();
  }

  @Test
  void keepsAsideACommandThatIsTooLongForACard() {
    var values = TeamsButtons.values(records, clock);
    var command = new Command.WhoKnows("è".repeat(Command.LONGEST_TOPIC));
    var written = Codec.write(command);

    var value = pointers(UnaryOperator.identity()).value(command);

    assertThat(value.length()).isLessThanOrEqualTo(500);
    assertThat(values.action(value)).contains(written);
  }
}
