package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.TimeSpan;

/** What every {@link State} promises; each technology has one subclass. */
public abstract class StateContract {

  private static final Instant NOW = Instant.parse("2026-10-25T00:59:59.999999999Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Partition ADAS = new Partition("nudge", "T1/U1");
  private static final Partition GRACES = new Partition("nudge", "T1/U2 è{}:😀");

  protected final TestClock clock = TestClock.at(NOW);

  /** A new state with nothing in it, on a clock; a second one beside the first. */
  protected abstract State emptyState(Clock clock);

  private State state() {
    return emptyState(clock);
  }

  @Test
  void holdsNothingAtFirst() {
    assertThat(everything(state())).isEmpty();
  }

  @Test
  void handsOverDocumentsAsTheyAre() {
    var state = state();
    var at = NOW.minusSeconds(7);
    state.records().write(Write.create(ADAS.key("one"), "perché 😀").at(at));
    state.records().write(new Write(ADAS.key("one"), "", 1, at, NOW.plusNanos(1)));
    state.records().write(Write.create(ADAS.key("gone"), "").expiring(NOW));
    state.records().write(Write.create(GRACES.key("one"), "è".repeat(200_000)));

    assertThat(everything(state))
        .containsExactlyInAnyOrder(
            new Stored.Kept(new Document(ADAS.key("one"), "", 2, at, NOW.plusNanos(1))),
            new Stored.Kept(new Document(GRACES.key("one"), "è".repeat(200_000), 1, null, null)));
  }

  @Test
  void handsOverEachTopicInItsOrder() {
    var state = state();
    var queue = state.queue();
    queue.add(List.of(entry("done"), entry("z", "lane"), entry("y"), entry("x", "lane")));
    queue.add(List.of(entry("dead 1"), entry("dead 2")));
    queue.done(List.of(lease(queue, "done")));
    queue.bury(lease(queue, "dead 2"), "troppo lungo");
    clock.advance(MINUTE);
    queue.bury(lease(queue, "dead 1"), "broken");
    queue.retry(lease(queue, "z"), NOW.plus(MINUTE), "later");
    queue.lease("inbox", "y", MINUTE);
    queue.add(List.of(new Entry("out box", "", "y", "other", NOW)));

    var of = everything(state);
    assertThat(of.stream().filter(stored -> topic(stored).equals("inbox")))
        .containsExactlyInAnyOrder(
            known("done"),
            known("z"),
            known("y"),
            known("x"),
            known("dead 1"),
            known("dead 2"),
            new Stored.Waiting(entry("z", "lane", NOW.plus(MINUTE)), 1),
            new Stored.Waiting(entry("y"), 1),
            new Stored.Waiting(entry("x", "lane"), 0),
            new Stored.Buried(new DeadLetter(entry("dead 2"), 1, "troppo lungo", NOW)),
            new Stored.Buried(new DeadLetter(entry("dead 1"), 1, "broken", NOW.plus(MINUTE))))
        .extracting(stored -> stored.getClass().getSimpleName())
        .isSortedAccordingTo((one, other) -> Integer.compare(rank(one), rank(other)));
    assertThat(of.stream().filter(Stored.Waiting.class::isInstance))
        .extracting(stored -> ((Stored.Waiting) stored).entry().key())
        .containsSubsequence("z", "y", "x");
    assertThat(of.stream().filter(Stored.Buried.class::isInstance))
        .extracting(stored -> ((Stored.Buried) stored).letter().entry().key())
        .containsExactly("dead 2", "dead 1");
    assertThat(of.stream().filter(stored -> topic(stored).equals("out box"))).hasSize(2);
  }

  @Test
  void handsOverNoKeyWhoseTimeHasPassed() {
    var state = state();
    state.queue().add(List.of(entry("done"), entry("waiting")));
    state.queue().done(List.of(lease(state.queue(), "done")));
    clock.advance(Queue.MEMORY);

    assertThat(everything(state)).containsExactly(new Stored.Waiting(entry("waiting"), 0));
  }

  @Test
  void isTheSameInAnotherPlace() {
    var old = full();
    var moved = moved(old);

    assertThat(everything(moved)).containsExactlyInAnyOrderElementsOf(everything(old));
  }

  @Test
  void isTheSameAfterAWayThroughAnotherTechnology() {
    var old = full();
    var between = new InMemoryState(clock);
    between.load(everything(old));
    var moved = moved(between);

    assertThat(everything(moved)).containsExactlyInAnyOrderElementsOf(everything(old));
  }

  @Test
  void findsMovedDocumentsInEveryWay() {
    var old = state();
    old.records().write(Write.create(ADAS.key("b"), "b").at(NOW.minusSeconds(1)));
    old.records().write(Write.create(ADAS.key("a"), "a").at(NOW).expiring(NOW.plus(MINUTE)));
    old.records().write(new Write(ADAS.key("b"), "b2", 1, NOW.minusSeconds(1), null));

    var records = moved(old).records();

    assertThat(records.list(ADAS, "", 9)).extracting(Document::content).containsExactly("a", "b2");
    assertThat(records.between(ADAS, new TimeSpan(NOW.minusSeconds(9), NOW.plusSeconds(9)), 9))
        .extracting(Document::content)
        .containsExactly("b2", "a");
    assertThat(records.write(new Write(ADAS.key("b"), "stale", 1, null, null))).isFalse();
    assertThat(records.write(new Write(ADAS.key("b"), "b3", 2, null, null))).isTrue();
    clock.advance(MINUTE);
    assertThat(records.find(ADAS.key("a"))).isEmpty();
    records.drop(ADAS);
    assertThat(records.list(ADAS, "", 9)).isEmpty();
  }

  @Test
  void goesOnWithMovedEntriesWhereTheyWere() {
    var old = state();
    old.queue()
        .add(
            List.of(
                entry("1", "lane"),
                entry("2", "lane"),
                entry("later", "", NOW.plus(MINUTE)),
                entry("done")));
    old.queue().done(List.of(lease(old.queue(), "done")));
    lease(old.queue(), "1");

    var queue = moved(old).queue();

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(3, 0, 0, NOW, NOW));
    queue.add(List.of(entry("3", "lane")));
    var leases = queue.lease("inbox", 9, MINUTE.multipliedBy(2));
    assertThat(leases)
        .extracting(lease -> lease.entry().key() + " " + lease.attempt())
        .containsExactly("1 2", "2 1", "3 1");
    assertThat(queue.extend(leases.getFirst(), MINUTE.multipliedBy(2))).isTrue();
    clock.advance(MINUTE);
    assertThat(queue.lease("inbox", 9, MINUTE))
        .extracting(lease -> lease.entry().key())
        .containsExactly("later");
    queue.done(leases);
    assertThat(queue.depth("inbox")).isEqualTo(new Depth(0, 1, 0, null, null));
  }

  @Test
  void handlesNothingTwiceAfterAMove() {
    var old = state();
    old.queue().add(List.of(entry("done"), entry("waiting"), entry("dead")));
    old.queue().done(List.of(lease(old.queue(), "done")));
    old.queue().bury(lease(old.queue(), "dead"), "broken");
    clock.advance(MINUTE);

    var queue = moved(old).queue();

    var again = List.of(entry("done"), entry("waiting"), entry("dead"));
    assertThat(queue.add(again)).isZero();
    queue.done(List.of(lease(queue, "waiting")));
    clock.set(NOW.plus(Queue.MEMORY).minusNanos(1));
    assertThat(queue.add(again)).isZero();
    clock.set(NOW.plus(Queue.MEMORY));
    assertThat(queue.add(again)).isEqualTo(2);
  }

  @Test
  void keepsKnowingTheKeyOfAnOldEntryUntilItIsDone() {
    var old = state();
    old.queue().add(List.of(entry("a")));
    clock.advance(Queue.MEMORY);

    var queue = moved(old).queue();

    assertThat(queue.add(List.of(entry("a")))).isZero();
    queue.done(List.of(lease(queue, "a")));
    assertThat(queue.add(List.of(entry("a")))).isEqualTo(1);
  }

  @Test
  void replaysAndDiscardsMovedDeadLetters() {
    var old = state();
    old.queue().add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3")));
    old.queue().bury(lease(old.queue(), "1"), "broken");
    old.queue().bury(lease(old.queue(), "3"), "broken");

    var queue = moved(old).queue();

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(1, 0, 2, NOW, NOW));
    assertThat(queue.discard("inbox", "3")).isTrue();
    assertThat(queue.replay("inbox", "1")).isTrue();
    assertThat(queue.buried("inbox", 9)).isEmpty();
    assertThat(queue.lease("inbox", 9, MINUTE))
        .extracting(lease -> lease.entry().key() + " " + lease.attempt())
        .containsExactly("2 1", "1 1");
  }

  @Test
  void canBeLoadedAgainAfterALoadingWasBrokenOff() {
    var old = full();
    var all = everything(old);
    for (var half : List.of(1, all.size() / 3, all.size() / 2, all.size() - 1)) {
      var state = state();
      state.load(all.subList(0, half));

      for (var stored : all) {
        state.load(List.of(stored));
      }

      assertThat(everything(state)).containsExactlyInAnyOrderElementsOf(all);
      assertThat(waiting(state)).isEqualTo(waiting(old));
    }
  }

  @Test
  void keepsWhatIsThere() {
    var old = full();
    var state = state();
    state.records().write(Write.create(ADAS.key("0"), "mine"));
    state.queue().add(List.of(entry("key 0", "mine")));

    state.load(everything(old));

    assertThat(state.records().find(ADAS.key("0"))).map(Document::content).contains("mine");
    assertThat(lease(state.queue(), "key 0").entry().lane()).isEqualTo("mine");
  }

  @Test
  void takesInNothingAtAll() {
    var state = state();

    state.load(List.of());

    assertThat(everything(state)).isEmpty();
  }

  /** More than one page of everything. */
  private State full() {
    var state = state();
    for (var i = 0; i < 700; i++) {
      var partition = i % 5 == 0 ? ADAS : GRACES;
      var write = Write.create(partition.key("" + i), "content " + i);
      state.records().write(i % 3 == 0 ? write.at(NOW.minusSeconds(i % 7)) : write);
    }
    var queue = state.queue();
    queue.add(IntStream.range(0, 700).mapToObj(i -> entry("key " + i, "lane " + i % 4)).toList());
    for (var i = 0; i < 700; i++) {
      var lease = lease(queue, "key " + i);
      switch (i % 5) {
        case 0 -> queue.retry(lease, NOW.plusSeconds(i % 3), "again");
        case 1 -> queue.bury(lease, "reason " + i);
        case 2, 3 -> queue.done(List.of(lease));
        default -> clock.advance(Duration.ofMillis(1));
      }
    }
    queue.replay("inbox", "key 1");
    return state;
  }

  private State moved(State old) {
    var state = state();
    var part = new ArrayList<Stored>();
    try (var everything = old.everything()) {
      everything.forEach(
          stored -> {
            part.add(stored);
            if (part.size() == 64) {
              state.load(part);
              part.clear();
            }
          });
    }
    state.load(part);
    return state;
  }

  private static List<Stored> everything(State state) {
    try (var everything = state.everything()) {
      return everything.toList();
    }
  }

  private static List<Stored> waiting(State state) {
    return everything(state).stream().filter(Stored.Waiting.class::isInstance).toList();
  }

  private static String topic(Stored stored) {
    return switch (stored) {
      case Stored.Kept _ -> "";
      case Stored.Known known -> known.topic();
      case Stored.Waiting waiting -> waiting.entry().topic();
      case Stored.Buried(var letter) -> letter.entry().topic();
    };
  }

  private static int rank(String kind) {
    return List.of("Kept", "Known", "Waiting", "Buried").indexOf(kind);
  }

  private static Stored.Known known(String key) {
    return new Stored.Known("inbox", key, NOW.plus(Queue.MEMORY));
  }

  private static Lease lease(Queue queue, String key) {
    return queue.lease("inbox", key, MINUTE).orElseThrow();
  }

  private static Entry entry(String key) {
    return entry(key, "");
  }

  private static Entry entry(String key, String lane) {
    return entry(key, lane, NOW);
  }

  private static Entry entry(String key, String lane, Instant due) {
    return new Entry("inbox", lane, key, "payload of " + key, due);
  }
}
