package ponte.teams.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.TestClock;
import ponte.bot.Inbox;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Arrivals;
import ponte.platform.ButtonValues;
import ponte.platform.FormDesk;
import ponte.reply.Block;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Queue;
import ponte.teams.card.Cards;
import ponte.teams.card.TeamsButtons;
import ponte.teams.card.TeamsPermalinks;
import ponte.teams.card.TeamsPointers;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.delivery.FileOffers;
import ponte.teams.delivery.HomeCards;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.sync.TeamsErrands;
import ponte.teams.token.Loopback;
import ponte.teams.token.TokenCheck;

/** Ponte's end of the line: what Teams sends goes in, what became of it can be looked at. */
final class Stand {

  static final WorkspaceId TENANT = new WorkspaceId("72f988bf-86f1-41af-91ab-2d7cd011db47");
  static final ChannelId INCIDENTS =
      new ChannelId(TENANT, "19:6d97d816470f481dbcda38244b98689a@thread.tacv2");
  static final ChannelId GENERAL =
      new ChannelId(TENANT, "19:efa9296d959346209fea44151c742e73@thread.tacv2");
  static final PersonId MEGAN = new PersonId(TENANT, "7faf8ab2-3d56-4244-b585-20c8a42ed2b8");
  static final PersonId NEWCOMER = new PersonId(TENANT, "eddfa9d4-346e-4cce-a18f-fa6261ad776b");
  static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  final InMemoryRecords records = new InMemoryRecords(clock);
  final Directory directory = new Directory(records);
  final References references = new References(records);
  final ReplyRoutes routes = new ReplyRoutes(records, clock);
  final ChannelKinds kinds = new ChannelKinds(records);
  final HomeCards homes = new HomeCards(records);
  final ButtonValues buttons = TeamsButtons.values(records, clock);
  final InMemoryQueue memory = new InMemoryQueue(clock);
  final Map<String, Form> forms = new HashMap<>();
  final Map<String, String> problems = new HashMap<>();
  final List<Event.Request> watched = new ArrayList<>();
  final List<Event.Request> questions = new ArrayList<>();
  final Entrance entrance;

  record Envelope(List<Event> events) {}

  Stand() {
    this(Set.of(), Set.of());
  }

  Stand(Set<String> tenants, Set<String> excluded) {
    directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("p1"),
                new Person(
                    MEGAN,
                    "Megan Bowen",
                    "megan",
                    "Engineer",
                    "megan@acme.example",
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.ACTIVE),
                LONG_AGO),
            channel(INCIDENTS, "Payments-Incidents"),
            channel(GENERAL, "Payments")));
    this.entrance = entrance(memory, tenants, excluded);
  }

  private static Event.Roster channel(ChannelId id, String name) {
    return new Event.Roster.ChannelChanged(
        new EventId("c" + id),
        new Channel(id, name, Channel.Visibility.PRIVATE, "", "", false),
        LONG_AGO);
  }

  Entrance entrance(Queue queue, Set<String> tenants, Set<String> excluded) {
    return new Entrance(new Loopback(), reception(queue, tenants, excluded), clock);
  }

  /** Where others say whose a request is, and look on. */
  Entrance entrance(TokenCheck check, Arrivals arrivals) {
    return new Entrance(
        check, reception(memory, Set.of(TENANT.value()), Set.of()), arrivals, clock);
  }

  private Reception reception(Queue queue, Set<String> tenants, Set<String> excluded) {
    var http = HttpClient.newHttpClient();
    var urls = ServiceUrls.ofMicrosoft();
    // Nothing is called here: where it were, no host of this machine is allowed.
    var connector = new Connector(http, null, "", urls, Duration.ofSeconds(1), clock);
    var cards =
        new Cards(
            new TeamsPointers(
                references,
                directory,
                buttons,
                new TeamsPermalinks(references, message -> message)));
    return new Reception(
        new Reception.Shelves(records, directory, references, routes, buttons),
        new Reception.Others(
            new Inbox(queue, clock),
            new TeamsErrands(queue, references, clock),
            new Desk(),
            this::answer,
            cards,
            new FileOffers(connector, http, urls, Duration.ofSeconds(1), records, clock),
            (request, _) -> watched.add(request)),
        new Doorkeeper(directory, kinds, excluded),
        new Reception.Tenants(tenants, urls),
        clock);
  }

  private Reply answer(Event.Request.Pressed question) {
    questions.add(question);
    return new Reply(
        Language.ENGLISH, List.of(new Block.Paragraph(RichText.plain("Ask Bruno, he knows"))));
  }

  private final class Desk implements FormDesk {
    @Override
    public Optional<Form> form(Event.Request request) {
      return switch (request) {
        case Event.Request.Pressed pressed -> Optional.ofNullable(forms.get(pressed.action()));
        case Event.Request.Submitted submitted ->
            Optional.ofNullable(forms.get(submitted.form()))
                .map(form -> form.filled(submitted.values()));
        default -> Optional.empty();
      };
    }

    @Override
    public Map<String, String> problems(Event.Request.Submitted submitted) {
      return problems;
    }
  }

  static String payload(String file) {
    var name = "/ponte/teams/activities/" + file + ".json";
    try (var stream = Stand.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Acknowledgement send(String file) {
    return sendBody(payload(file));
  }

  /** What somebody pressed, with what the button carried. */
  Acknowledgement press(String file, String action) {
    var escaped = action.replace("\\", "\\\\").replace("\"", "\\\"");
    return sendBody(payload(file).replace("@action@", escaped));
  }

  Acknowledgement sendBody(String body) {
    return entrance.receive(null, _ -> body.getBytes(StandardCharsets.UTF_8));
  }

  List<Event> heard() {
    return waiting("inbox");
  }

  List<Event> asked() {
    return waiting("requests");
  }

  /** What is to be read from Teams, by kind and what it is about. */
  List<String> errands() {
    return memory.lease("teams-errands", 100, Duration.ofHours(1)).stream()
        .map(lease -> lease.entry().key())
        .toList();
  }

  private List<Event> waiting(String topic) {
    var events = new ArrayList<Event>();
    while (true) {
      var leases = memory.lease(topic, 100, Duration.ofHours(1));
      if (leases.isEmpty()) {
        return events;
      }
      leases.forEach(
          lease -> events.addAll(Codec.read(lease.entry().payload(), Envelope.class).events()));
      memory.done(leases);
    }
  }
}
