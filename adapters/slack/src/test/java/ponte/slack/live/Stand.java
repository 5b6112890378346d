package ponte.slack.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
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
import org.jspecify.annotations.Nullable;
import ponte.TestClock;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Arrivals;
import ponte.platform.ButtonValues;
import ponte.platform.FormDesk;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Form;
import ponte.slack.SlackButtons;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Installations;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import ponte.slack.sync.SlackErrands;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Queue;

/** Ponte's end of the line: what Slack sends goes in, what became of it can be looked at. */
final class Stand {

  static final WorkspaceId TEAM = new WorkspaceId("T123ABC456");
  static final ChannelId PAYMENTS = new ChannelId(TEAM, "C123ABC456");
  static final ChannelId COUNCIL = new ChannelId(TEAM, "G123ABC456");
  static final PersonId ADA = new PersonId(TEAM, "U123ABC456");
  static final PersonId REPLIER = new PersonId(TEAM, "U222REPLY1");
  static final PersonId BOT = new PersonId(TEAM, "U0PONTE001");
  static final Token SECRET = new Token("8f742231b10e8888abcd99yyyzzz85a5");
  static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  final InMemoryRecords records = new InMemoryRecords(clock);
  final Directory directory = new Directory(records);
  final OneInstallation installations = new OneInstallation();
  final ReplyRoutes routes = new ReplyRoutes(records, clock);
  final SharedChannels shared = new SharedChannels(records);
  final ButtonValues buttons = SlackButtons.values(records, clock);
  final Preferences preferences = new Preferences(records, directory);
  final List<String> opened = new ArrayList<>();
  final List<Event.Request> watched = new ArrayList<>();
  final List<WorkspaceId> departed = new ArrayList<>();
  final Map<String, Form> forms = new HashMap<>();
  final Map<String, String> problems = new HashMap<>();
  final Signature signature = new Signature(SECRET, clock);
  final InMemoryQueue memory = new InMemoryQueue(clock);
  final Entrance entrance;
  private final Set<String> excluded;
  boolean windowsOpen = true;

  record Envelope(List<Event> events) {}

  Stand() {
    this(Set.of(), null);
  }

  /**
   * @param instead null: a queue in memory
   */
  Stand(Set<String> excluded, @Nullable Queue instead) {
    this.excluded = excluded;
    installations.known(installation());
    directory.apply(
        List.of(
            new Event.Roster.PersonChanged(new EventId("p1"), person(ADA, "Ada"), LONG_AGO),
            channel(PAYMENTS, "payments", Channel.Visibility.PUBLIC),
            channel(COUNCIL, "council", Channel.Visibility.PRIVATE)));
    var queue = instead == null ? memory : instead;
    this.entrance =
        new Entrance(reception(queue, installations), URI.create("http://127.0.0.1:1/api/"), clock);
  }

  /** Where others look on. */
  Entrance entrance(Arrivals arrivals) {
    return new Entrance(
        reception(memory, installations), arrivals, URI.create("http://127.0.0.1:1/api/"), clock);
  }

  Reception reception(Queue queue, Installations known) {
    return new Reception(
        new Reception.Shelves(known, directory, routes, shared, buttons, preferences),
        new Reception.Others(
            new Inbox(queue, clock),
            new SlackErrands(queue, clock),
            departed::add,
            new Desk(),
            this::open,
            (request, _) -> watched.add(request),
            Runnable::run),
        new Doorkeeper(directory, shared, excluded),
        clock);
  }

  private final class Desk implements FormDesk {
    @Override
    public Optional<Form> form(Event.Request request) {
      return request instanceof Event.Request.Pressed pressed
          ? Optional.ofNullable(forms.get(pressed.action()))
          : Optional.empty();
    }

    @Override
    public Map<String, String> problems(Event.Request.Submitted submitted) {
      return problems;
    }
  }

  private void open(WorkspaceId workspace, String trigger, Form form, String notes) {
    if (!windowsOpen) {
      throw new PlatformUnavailableException("views.open: expired_trigger_id", null);
    }
    opened.add(workspace + " " + trigger + " " + form.kind() + " " + form.title() + " " + notes);
  }

  static Installation installation() {
    return new Installation(
        TEAM,
        "Acme",
        URI.create("https://acme.slack.com/"),
        null,
        "A123ABC456",
        BOT,
        "B0PONTE001",
        new Token("xoxb-1"),
        Set.of("chat:write"),
        ADA,
        LONG_AGO,
        null);
  }

  static Person person(PersonId id, String name) {
    return new Person(
        id, name, name, "", null, ZoneOffset.UTC, Language.ITALIAN, Person.Standing.ACTIVE);
  }

  static Event.Roster channel(ChannelId id, String name, Channel.Visibility visibility) {
    return new Event.Roster.ChannelChanged(
        new EventId("c" + id), new Channel(id, name, visibility, "", "", false), LONG_AGO);
  }

  static String payload(String file) {
    var name = file.contains(".") ? file : file + ".json";
    try (var stream = Stand.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An event or a command, as Slack sends it at this moment. */
  Acknowledgement send(String file) {
    return sendBody(payload(file));
  }

  /** An interaction, in the form's field that Slack sends it in. */
  Acknowledgement press(String file) {
    return sendBody("payload=" + URLEncoder.encode(payload(file), StandardCharsets.UTF_8));
  }

  Acknowledgement sendBody(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var now = String.valueOf(clock.instant().getEpochSecond());
    return entrance.receive(signature, now, signature.of(now, bytes), _ -> bytes);
  }

  /** What was heard and waits to be taken in. */
  List<Event> heard() {
    return waiting("inbox");
  }

  List<Event> asked() {
    return waiting("requests");
  }

  /** What is to be read from Slack, by kind and what it is about. */
  List<String> errands() {
    return memory.lease("slack-errands", 100, Duration.ofHours(1)).stream()
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

  /** Takes what was heard of people and channels into the directory. */
  void takeIn() {
    directory.apply(
        heard().stream()
            .filter(Event.Roster.class::isInstance)
            .map(Event.Roster.class::cast)
            .toList());
  }
}
