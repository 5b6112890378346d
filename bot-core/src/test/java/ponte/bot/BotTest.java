package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.Lease;

/** What becomes of a request, from the moment it is taken in to its delivery. */
class BotTest {

  private static final PersonId ADA = Chat.person("ada");
  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "kim");
  private final Map<PersonId, Person> elsewhere = new HashMap<>();
  private final InMemoryQueue queue = new InMemoryQueue(acme.clock);
  private final Platform platform = new Platform(Chat.WORKSPACE);
  private final Workplace workplace = Workplaces.at(queue, acme.clock);
  private final Inbox inbox = new Inbox(queue, acme.clock);
  private final Outbox outbox = new Outbox(queue, acme.clock);
  private final Ponte ponte = acme.ponte(queue);
  private final Bot bot = ponte.bot();
  private final Answering answering =
      new Answering(
          new Newcomers(
              ponte.joining(), acme.directory, acme.preferences, List.of(this::whoIs), acme.clock),
          bot,
          outbox);
  private boolean silent;
  private final Worker answerer = worker(Inbox.ASKED, answering);
  private final Worker deliverer =
      worker(Outbox.TOPIC, new Delivering(List.of(platform), workplace));

  /** Shows what is delivered, each key once, as every platform promises. */
  private static final class Platform implements ChatPlatform {

    private final WorkspaceId workspace;
    private final Map<String, Outgoing> shown = new LinkedHashMap<>();
    private final List<String> tries = new ArrayList<>();
    private boolean dead;
    private @Nullable Delivery refusal;

    Platform(WorkspaceId workspace) {
      this.workspace = workspace;
    }

    @Override
    public boolean serves(Destination to) {
      return to.workspace().equals(workspace);
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public Delivery deliver(Outgoing outgoing, Turn turn) {
      tries.add(outgoing.key());
      if (dead) {
        throw new PlatformUnavailableException("does not answer", new RuntimeException("timeout"));
      }
      if (refusal != null) {
        return refusal;
      }
      shown.putIfAbsent(outgoing.key(), outgoing);
      return new Delivery.Delivered();
    }

    @Override
    public boolean isWritten(PersonId person, String delivery) {
      return false;
    }

    @Override
    public Optional<MessageId> posted(ChannelId channel, String delivery) {
      return Optional.empty();
    }

    List<Destination> destinations() {
      return shown.values().stream().map(Outgoing::to).toList();
    }
  }

  @BeforeEach
  void bobKnowsAboutKafka() {
    acme.thread("dev", 1, "kim: reset kafka offsets?", "bob: kafka offsets are in the console");
    acme.thread("dev", 3000, "kim: kafka lag?", "bob: look at kafka offsets first");
  }

  @Test
  void doesNoMoreForSomebodyWhoAsksTooMuchButLeavesThemAlone() {
    for (int i = 0; i < 60; i++) {
      inbox.ask(asked("e" + i, ADA, "help"));
    }
    workAll();
    inbox.ask(asked("follow", ADA, "segui kafka"));
    inbox.ask(asked("other", BOB, "follow kafka"));
    inbox.ask(asked("out", ADA, "opt out"));
    workAll();

    assertThat(words("follow/answer"))
        .contains("questa volta non ho fatto nulla. Riprova tra 60 secondi.");
    assertThat(words("other/answer")).doesNotContain("did nothing");
    assertThat(words("out/answer")).doesNotContain("did nothing");
    acme.clock.advance(Duration.ofMinutes(1));
    inbox.ask(asked("list", ADA, "my follows"));
    workAll();
    assertThat(words("list/answer")).doesNotContain("kafka", "did nothing");
  }

  @Test
  void answersAPressThatCarriesNoCommandWithHelp() {
    for (var carried : List.of("", "@action@", "{}", "[]", "{\"@type\":\"Help", "{\"x\":1}")) {
      inbox.ask(
          new Event.Request.Pressed(
              new EventId("p" + carried), ADA, Event.Place.DIRECT, carried, acme.clock.instant()));
      workAll();

      assertThat(words("p" + carried + "/answer")).contains("who knows");
    }
  }

  private String words(String key) {
    return Team.words(Objects.requireNonNull(platform.shown.get(key)).reply());
  }

  @Test
  void answersARequestThatComesTwiceOnce() {
    inbox.ask(asked("e1", ADA, "who knows about kafka?"));
    inbox.ask(asked("e1", ADA, "who knows about kafka?"));

    workAll();

    assertThat(platform.tries).containsExactly("e1/answer");
    assertThat(platform.shown.values().iterator().next().reply().blocks())
        .anyMatch(
            block -> block instanceof Block.PersonCard card && card.person().id().equals(BOB));
  }

  @Test
  void getsToKnowWhoeverAsksBeforeItAnswersThem() {
    var zoe = Chat.person("zoe");
    elsewhere.put(
        zoe,
        new Person(
            zoe, "Zoe", "zoe", "", null, ZoneOffset.UTC, Language.ITALIAN, Person.Standing.ACTIVE));

    inbox.ask(asked("e1", zoe, "who knows about kafka?"));
    workAll();

    assertThat(platform.shown.values().iterator().next().reply().blocks())
        .anyMatch(
            block -> block instanceof Block.PersonCard card && card.person().id().equals(BOB));
    assertThat(acme.directory.person(zoe)).map(Person::language).contains(Language.ITALIAN);
  }

  @Test
  void answersNobodyAsAStrangerBeforeThePlatformSaidWhoTheyAre() {
    silent = true;
    inbox.ask(asked("e1", Chat.person("zoe"), "who knows about kafka?"));
    for (var time = 0; time < 20; time++) {
      workAll();
      acme.clock.advance(Duration.ofHours(1));
    }
    assertThat(platform.shown).isEmpty();

    silent = false;
    workAll();

    assertThat(platform.shown).containsOnlyKeys("e1/answer");
  }

  private Optional<Person> whoIs(PersonId person) {
    if (silent) {
      throw new PlatformUnavailableException("does not answer", null);
    }
    return Optional.ofNullable(elsewhere.get(person));
  }

  @Test
  void answersARequestThatComesAgainAfterItsAnswerNoMore() {
    inbox.ask(asked("e1", ADA, "help"));
    workAll();

    acme.clock.advance(Duration.ofHours(1));
    inbox.ask(asked("e1", ADA, "help"));
    workAll();

    assertThat(platform.tries).hasSize(1);
  }

  @Test
  void answersThePersonWhoAskedAndNobodyElse() {
    var place = new Place(Chat.in("dev").channel(), Chat.in("dev").id(1), Language.ENGLISH);
    inbox.ask(new Event.Request.Asked(new EventId("e1"), ADA, place, "help", acme.clock.instant()));

    workAll();

    assertThat(platform.destinations())
        .containsExactly(
            new Destination.Answer(
                new EventId("e1"), ADA, Chat.in("dev").channel(), Chat.in("dev").id(1)));
  }

  @Test
  void deliversOnceWhatWasAnsweredTwiceSinceAProcessDied() {
    inbox.ask(pressed("e1", ADA, new Command.Post(Chat.in("dev").channel(), "kafka offsets")));
    var lost = lease(Inbox.ASKED);
    answering.handle(lost);
    deliverAll();

    // The process died after the outbox and before it was done with the request.
    acme.clock.advance(Duration.ofMinutes(3));
    workAll();

    assertThat(platform.tries).containsExactly("e1/answer", "e1/question");
    assertThat(queue.depth(Inbox.ASKED).waiting()).isZero();
  }

  @Test
  void showsOnceWhatWasDeliveredTwiceSinceAProcessDied() {
    inbox.ask(asked("e1", ADA, "help"));
    drain(answerer);
    new Delivering(List.of(platform), workplace).handle(lease(Outbox.TOPIC));

    acme.clock.advance(Duration.ofMinutes(3));
    workAll();

    assertThat(platform.tries).containsExactly("e1/answer", "e1/answer");
    assertThat(platform.shown).containsOnlyKeys("e1/answer");
  }

  @Test
  void asksTheRoomOnlyInTheChannel() {
    ChannelId dev = Chat.in("dev").channel();
    inbox.ask(pressed("e1", ADA, new Command.Post(dev, "kafka offsets")));

    workAll();

    assertThat(platform.destinations())
        .containsExactlyInAnyOrder(
            new Destination.Answer(new EventId("e1"), ADA, null, null),
            new Destination.InChannel(dev));
  }

  @Test
  void triesADeadPlatformUntilItIsBack() {
    platform.dead = true;
    inbox.ask(asked("e1", ADA, "help"));
    for (var hour = 0; hour < 48; hour++) {
      workAll();
      acme.clock.advance(Duration.ofHours(1));
    }
    assertThat(platform.shown).isEmpty();
    assertThat(platform.tries).hasSizeGreaterThan(8);

    platform.dead = false;
    workAll();

    assertThat(platform.shown).containsOnlyKeys("e1/answer");
    assertThat(queue.buried(Outbox.TOPIC, 10)).isEmpty();
  }

  @Test
  void waitsAsLongAsThePlatformWants() {
    var later = acme.clock.instant().plus(Duration.ofMinutes(5));
    platform.refusal = new Delivery.Later(later, "rate limit");
    inbox.ask(asked("e1", ADA, "help"));
    workAll();
    platform.refusal = null;

    acme.clock.set(later.minusMillis(1));
    workAll();
    assertThat(platform.shown).isEmpty();
    acme.clock.set(later);
    workAll();

    assertThat(platform.shown).containsOnlyKeys("e1/answer");
  }

  @Test
  void keepsAnAnswerForAWorkspaceThatNobodyServesAsADeadLetter() {
    var stranger = new PersonId(new WorkspaceId("T9"), "eve");
    inbox.ask(asked("e1", stranger, "help"));

    workAll();

    assertThat(platform.tries).isEmpty();
    assertThat(queue.buried(Outbox.TOPIC, 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("no platform serves", "T9"));
  }

  @Test
  void answersAtOnceOnTheCallersThread() {
    try (var workers = workers()) {
      workers.answerNow(asked("e1", ADA, "help"));
      workers.answerNow(asked("e1", ADA, "help"));
    }
    assertThat(queue.depth(Inbox.ASKED).waiting()).isZero();
    assertThat(queue.depth(Outbox.TOPIC).waiting()).isEqualTo(1);
  }

  private Workers workers() {
    return new Workers(
        acme.directory, acme.archive, ponte, List.of(platform), List.of(this::whoIs), workplace);
  }

  private Event.Request asked(String id, PersonId by, String text) {
    return new Event.Request.Asked(new EventId(id), by, Place.DIRECT, text, acme.clock.instant());
  }

  private Event.Request pressed(String id, PersonId by, Command command) {
    return new Event.Request.Pressed(
        new EventId(id), by, Place.DIRECT, Codec.write(command), acme.clock.instant());
  }

  private Worker worker(String topic, Handler handler) {
    return new Worker(topic, handler, workplace);
  }

  private List<Lease> lease(String topic) {
    return queue.lease(topic, 1, Duration.ofMinutes(2));
  }

  private void workAll() {
    drain(answerer);
    deliverAll();
  }

  private void deliverAll() {
    drain(deliverer);
  }

  private static void drain(Worker worker) {
    while (worker.workOnce()) {
      // until nothing is due
    }
  }
}
