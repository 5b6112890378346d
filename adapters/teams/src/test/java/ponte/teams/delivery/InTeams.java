package ponte.teams.delivery;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.InMemoryRecords;
import ponte.teams.card.Cards;
import ponte.teams.card.TeamsButtons;
import ponte.teams.card.TeamsPermalinks;
import ponte.teams.card.TeamsPointers;
import ponte.teams.connector.Connector;
import ponte.teams.connector.FakeTeams;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.reference.ReplyRoutes.Container;
import ponte.teams.reference.Team;

/** A Ponte in a Teams that says what a test tells it to. */
abstract class InTeams {

  static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  static final PersonId ANNA = new PersonId(FakeTeams.ACME, "8b1b3a0c-1111-4f2d-9c3e-0a1b2c3d4e5f");
  static final PersonId BRUNO =
      new PersonId(FakeTeams.ACME, "8b1b3a0c-2222-4f2d-9c3e-0a1b2c3d4e5f");
  static final ChannelId GENERAL = new ChannelId(FakeTeams.ACME, "19:abc@thread.tacv2");
  static final EventId REQUEST = new EventId("teams:1764579500000");

  final TestClock clock = TestClock.at(NOW);
  final InMemoryRecords records = new InMemoryRecords(clock);
  final FakeTeams teams = new FakeTeams();
  final References references = new References(records);
  final ReplyRoutes routes = new ReplyRoutes(records, clock);
  final Directory directory = new Directory(records);
  final Connector connector = teams.connector(clock);
  final FileOffers files =
      new FileOffers(
          connector,
          teams.http(),
          ServiceUrls.ofThisMachine(),
          Duration.ofMinutes(2),
          records,
          clock);

  final TeamsPlatform platform = platform(connector, PrivateReplies.PERSONAL_CHAT);

  TeamsPlatform platform(Connector connector, PrivateReplies privately) {
    var pointers =
        new TeamsPointers(
            references,
            directory,
            TeamsButtons.values(records, clock),
            new TeamsPermalinks(references, UnaryOperator.identity()));
    return new TeamsPlatform(
        connector, new Cards(pointers), references, routes, files, privately, records, clock);
  }

  @BeforeEach
  void hear() {
    teams.opensChats();
    references.heardPersonal(ANNA, "29:anna", chat("a:anna"));
    references.heardChannel(
        GENERAL,
        chat(GENERAL.value()),
        new Team(FakeTeams.ACME, GENERAL.value(), "3fa85f64-5717-4562-b3fc-2c963f66afa6"));
    directory.apply(List.of(knows(ANNA, "Anna Neri"), knows(BRUNO, "Bruno Verdi")));
  }

  private static Event.Roster knows(PersonId id, String name) {
    var address = name.toLowerCase(Locale.ROOT).replace(" ", ".") + "@acme.example";
    var person =
        new Person(id, name, name, "", address, ZoneOffset.UTC, null, Person.Standing.ACTIVE);
    return new Event.Roster.PersonChanged(new EventId("met:" + id), person, NOW);
  }

  @AfterEach
  void stop() {
    teams.close();
  }

  Reference chat(String conversation) {
    return teams.service().conversation(conversation);
  }

  static Reply reply(String... paragraphs) {
    return new Reply(
        Language.ENGLISH,
        Arrays.stream(paragraphs)
            .<Block>map(text -> new Block.Paragraph(RichText.plain(text)))
            .toList());
  }

  static Destination.Answer answer(@Nullable ChannelId channel, @Nullable String thread) {
    return new Destination.Answer(
        REQUEST,
        ANNA,
        channel,
        thread == null || channel == null ? null : new MessageId(channel, thread));
  }

  /** A way back to something that was written or pressed. */
  void came(String conversation, Container container, @Nullable String wrote, String pressed) {
    routes.keep(
        new ReplyRoutes.Route(
            REQUEST,
            ANNA,
            chat(conversation),
            wrote,
            pressed.isEmpty() ? null : pressed,
            container));
  }

  Delivery deliver(Destination to, String... paragraphs) {
    return platform.deliver(new Outgoing("key", to, reply(paragraphs)), () -> {});
  }

  /** What was posted, as {@code conversation: words}. */
  List<String> posted() {
    return teams.calls("POST").stream()
        .filter(call -> call.path().contains("/activities"))
        .map(call -> conversation(call.path()) + ": " + call.body().path("summary").stringValue(""))
        .toList();
  }

  static String conversation(String path) {
    return URLDecoder.decode(
        path.replaceAll("v3/conversations/([^/]+)/activities.*", "$1"), StandardCharsets.UTF_8);
  }

  static Delivery delivered() {
    return new Delivery.Delivered();
  }
}
