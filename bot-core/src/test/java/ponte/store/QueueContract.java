package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.Race;
import ponte.TestClock;

/** What every {@link Queue} promises; each technology has one subclass. */
public abstract class QueueContract {

  private static final Instant NOW = Instant.parse("2026-02-28T23:59:59.999999999Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Longer than any wait of a test that passes. */
  private static final Duration LONG = Duration.ofMinutes(10);

  /** What a busy machine may take; what hangs is ended after it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  protected final TestClock clock = TestClock.at(NOW);

  /** A new queue without an entry, on a clock. */
  protected abstract Queue emptyQueue(Clock clock);

  private Queue queue() {
    return emptyQueue(clock);
  }

  @Test
  void handsOutWhatWasAdded() {
    var queue = queue();
    var entry = new Entry("inbox", "T1/C1", "Ev1", "{\"testo\":\"perché 😀\"}", NOW);

    assertThat(queue.add(List.of(entry))).isEqualTo(1);

    var leases = queue.lease("inbox", 10, MINUTE);
    assertThat(leases).hasSize(1);
    assertThat(leases.getFirst().entry()).isEqualTo(entry);
    assertThat(leases.getFirst().attempt()).isEqualTo(1);
    assertThat(leases.getFirst().until()).isEqualTo(NOW.plus(MINUTE));
    assertThat(queue.lease("inbox", 10, MINUTE)).isEmpty();
  }

  @Test
  void keepsTopicsApart() {
    var queue = queue();
    var odd = "out box/é{}\",:\n";
    queue.add(List.of(entry("a")));
    queue.add(List.of(new Entry(odd, "", "a", "other", NOW)));

    assertThat(queue.lease("outbox", 9, MINUTE)).isEmpty();
    assertThat(queue.lease("outbox", "a", MINUTE)).isEmpty();
    assertThat(queue.lease(odd, 9, MINUTE))
        .extracting(lease -> lease.entry().payload())
        .containsExactly("other");
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("a");
  }

  @Test
  void keepsLongPayloads() {
    var queue = queue();
    var payload = "è".repeat(200_000);

    queue.add(List.of(new Entry("inbox", "", "long", payload, NOW)));
    queue.add(List.of(new Entry("inbox", "", "short", "", NOW)));

    assertThat(queue.lease("inbox", 9, MINUTE))
        .extracting(lease -> lease.entry().payload())
        .containsExactly(payload, "");
  }

  @Test
  void addsAKeyOnce() {
    var queue = queue();

    assertThat(queue.add(List.of(entry("a"), entry("b"), entry("a")))).isEqualTo(2);
    assertThat(queue.add(List.of(entry("b"), entry("c")))).isEqualTo(1);
    assertThat(queue.add(List.of(entry("b")))).isZero();
    assertThat(queue.add(List.of())).isZero();

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("a", "b", "c");
  }

  @Test
  void keepsTheFirstOfTwoEntriesWithOneKey() {
    var queue = queue();

    queue.add(List.of(entry("a"), new Entry("inbox", "lane", "a", "second", NOW)));

    assertThat(queue.lease("inbox", 9, MINUTE))
        .extracting(Lease::entry)
        .containsExactly(entry("a"));
  }

  @Test
  void addsAllOrNone() {
    var queue = queue();

    assertThatThrownBy(() -> queue.add(List.of(entry("a"), new Entry("outbox", "", "b", "", NOW))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(0, 0, 0, null, null));
    assertThat(queue.depth("outbox")).isEqualTo(new Depth(0, 0, 0, null, null));
    assertThat(queue.add(List.of(entry("a")))).isEqualTo(1);
  }

  @Test
  void remembersTheKeyOfADoneEntryForItsTime() {
    var queue = queue();
    queue.add(List.of(entry("a")));
    queue.done(queue.lease("inbox", 1, MINUTE));

    clock.set(NOW.plus(Queue.MEMORY).minusNanos(1));
    assertThat(queue.add(List.of(entry("a")))).isZero();
    clock.set(NOW.plus(Queue.MEMORY));
    assertThat(queue.add(List.of(entry("a")))).isEqualTo(1);
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("a");
    clock.advance(Queue.MEMORY.minusNanos(1));
    assertThat(queue.add(List.of(entry("a")))).isZero();
  }

  @Test
  void remembersTheKeysOfWhatIsStillThere() {
    var queue = queue();
    queue.add(List.of(entry("waiting", "", NOW.plus(Queue.MEMORY).plus(MINUTE))));
    queue.add(List.of(entry("leased"), entry("buried")));
    queue.bury(lease(queue, "buried"), "broken");
    var leased = lease(queue, "leased");
    queue.extend(leased, Queue.MEMORY.multipliedBy(2));

    clock.advance(Queue.MEMORY);

    assertThat(queue.add(List.of(entry("waiting"), entry("leased"), entry("buried")))).isZero();
    queue.done(List.of(leased));
    assertThat(queue.add(List.of(entry("leased")))).isEqualTo(1);
    queue.replay("inbox", "buried");
    assertThat(queue.add(List.of(entry("buried")))).isZero();
    queue.done(List.of(lease(queue, "buried")));
    assertThat(queue.add(List.of(entry("buried")))).isEqualTo(1);
  }

  @Test
  void handsOutNothingBeforeItIsDue() {
    var queue = queue();
    queue.add(List.of(entry("later", "", NOW.plusNanos(2))));

    clock.set(NOW.plusNanos(1));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    assertThat(queue.lease("inbox", "later", MINUTE)).isEmpty();
    clock.set(NOW.plusNanos(2));
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("later");
  }

  @Test
  void handsOutTheLongestDueFirstAndEqualsAsAdded() {
    var queue = queue();
    queue.add(
        List.of(
            entry("c", "", NOW.minusSeconds(1)),
            entry("z", "", NOW.minusSeconds(2)),
            entry("b", "lane", NOW.minusSeconds(1)),
            entry("a", "", NOW.minusSeconds(1)),
            entry("first", "", Instant.parse("1969-07-20T20:17:40Z"))));

    assertThat(keys(queue.lease("inbox", 2, MINUTE))).containsExactly("first", "z");
    assertThat(keys(queue.lease("inbox", 2, MINUTE))).containsExactly("c", "b");
    assertThat(keys(queue.lease("inbox", 2, MINUTE))).containsExactly("a");
  }

  @Test
  void handsOutNoMoreThanAnArmful() {
    var queue = queue();
    var half = "x".repeat(Queue.ARMFUL / 2);
    for (var key : List.of("1", "2", "3")) {
      queue.add(List.of(new Entry("inbox", "", key, half, NOW)));
    }
    queue.add(List.of(new Entry("inbox", "", "whole", half + half, NOW)));
    queue.add(List.of(entry("4"), entry("5")));

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("1", "2");
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("3", "whole");
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("4", "5");
  }

  @Test
  void handsOutSeveralOfALaneInTheirOrder() {
    var queue = queue();
    queue.add(
        List.of(
            entry("1", "lane", NOW.minusSeconds(1)),
            entry("2", "lane", NOW.minusSeconds(9)),
            entry("other", "", NOW.minusSeconds(5)),
            entry("3", "lane", NOW),
            entry("4", "lane", NOW.plusSeconds(1)),
            entry("5", "lane", NOW.minusSeconds(9))));

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("other", "1", "2", "3");
    clock.advance(Duration.ofSeconds(1));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
  }

  @Test
  void holdsALaneWhileAnEarlierEntryWaitsOrIsLeased() {
    var queue = queue();
    queue.add(
        List.of(
            entry("late", "one", NOW.plusSeconds(9)),
            entry("behind late", "one"),
            entry("head", "two"),
            entry("behind head", "two")));

    var head = queue.lease("inbox", 1, MINUTE);
    assertThat(keys(head)).containsExactly("head");
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    queue.done(head);
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("behind head");
    clock.advance(Duration.ofSeconds(9));
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("late", "behind late");
  }

  @Test
  void holdsALaneUntilAllLeasedTogetherAreDone() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3", "lane")));

    var both = queue.lease("inbox", 2, MINUTE);
    queue.done(List.of(both.getFirst()));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    queue.done(List.of(both.getLast()));
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("3");
  }

  @Test
  void holdsALaneForARetry() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane")));
    var retryAt = NOW.plusSeconds(30);

    assertThat(queue.retry(lease(queue), retryAt, "the platform is away")).isTrue();

    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    clock.set(retryAt);
    var again = queue.lease("inbox", 9, MINUTE);
    assertThat(keys(again)).containsExactly("1", "2");
    assertThat(again).extracting(Lease::attempt).containsExactly(2, 1);
    assertThat(again.getFirst().entry()).isEqualTo(entry("1", "lane", retryAt));
  }

  @Test
  void countsNoTryOfWhatOnlyWaits() {
    var queue = queue();
    queue.add(List.of(entry("1")));
    for (var time = 0; time < 20; time++) {
      var lease = lease(queue);
      assertThat(lease.tries()).isOne();
      assertThat(queue.postpone(lease, clock.instant(), "the gate is closed")).isTrue();
      assertVoid(queue, lease);
    }

    assertThat(queue.retry(lease(queue), clock.instant(), "failed")).isTrue();
    var second = lease(queue);
    assertThat(second.tries()).isEqualTo(2);
    assertThat(second.attempt()).isEqualTo(22);

    clock.advance(MINUTE);
    var afterDeath = lease(queue);
    assertThat(afterDeath.tries()).as("whoever had it died with it").isEqualTo(3);
    assertVoid(queue, second);
    queue.bury(afterDeath, "failed too often");
    assertThat(queue.buried("inbox", 1)).extracting(DeadLetter::attempts).containsExactly(3);
    queue.replay("inbox", "1");
    assertThat(lease(queue).tries()).isOne();
  }

  @Test
  void holdsALaneForWhatWaits() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane")));
    var due = NOW.plusSeconds(30);

    queue.postpone(lease(queue), due, "the gate is closed");

    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    clock.set(due);
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("1", "2");
  }

  @Test
  void givesBackManyAtOnceAsIfTheyHadNotBeenHandedOut() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3", "")));
    var leases = queue.lease("inbox", 9, MINUTE);
    var due = clock.instant().plusSeconds(5);
    queue.done(leases.subList(0, 1));

    queue.postpone(leases, due, "not now");
    queue.postpone(List.of(), due, "nothing");

    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    clock.set(due);
    var again = queue.lease("inbox", 9, MINUTE);
    assertThat(keys(again)).containsExactlyInAnyOrder("2", "3");
    assertThat(again).allSatisfy(lease -> assertThat(lease.tries()).isOne());
  }

  @Test
  void freesALaneWithABurial() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane")));

    assertThat(queue.bury(lease(queue), "no such channel")).isTrue();

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("2");
  }

  @Test
  void handsOutAgainWhenALeaseRunsOut() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3")));
    var first = queue.lease("inbox", 2, MINUTE);

    clock.advance(MINUTE.minusNanos(1));
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("3");
    clock.set(NOW.plus(MINUTE));
    var second = queue.lease("inbox", 9, MINUTE);

    assertThat(keys(second)).containsExactly("1", "2");
    assertThat(second).extracting(Lease::attempt).containsOnly(2);
    assertThat(second.getFirst().token()).isNotEqualTo(first.getFirst().token());
    assertVoid(queue, first.getFirst());
    assertThat(queue.depth("inbox").leased()).isEqualTo(3);
  }

  @Test
  void acceptsALateResultWhileNobodyTookOver() {
    var queue = queue();
    queue.add(List.of(entry("a"), entry("b"), entry("c"), entry("d")));
    var leases = queue.lease("inbox", 9, MINUTE);
    clock.advance(MINUTE);
    assertThat(queue.depth("inbox")).isEqualTo(new Depth(4, 0, 0, NOW, NOW));

    queue.done(List.of(leases.get(0)));
    assertThat(queue.extend(leases.get(1), MINUTE)).isTrue();
    assertThat(queue.retry(leases.get(2), NOW.plusSeconds(99), "slow")).isTrue();
    assertThat(queue.bury(leases.get(3), "slow")).isTrue();

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(1, 1, 1, NOW, NOW.plusSeconds(99)));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
  }

  @Test
  void voidsALeaseWithItsResult() {
    var queue = queue();
    queue.add(List.of(entry("done"), entry("retried"), entry("buried")));
    var done = lease(queue, "done");
    var retried = lease(queue, "retried");
    var buried = lease(queue, "buried");
    queue.done(List.of(done));
    queue.retry(retried, NOW.plusSeconds(1), "later");
    queue.bury(buried, "broken");

    List.of(done, retried, buried).forEach(lease -> assertVoid(queue, lease));

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(1, 0, 1, NOW, NOW.plusSeconds(1)));
    queue.replay("inbox", "buried");
    assertVoid(queue, buried);
    lease(queue, "buried");
    assertVoid(queue, buried);
  }

  @Test
  void passesOverVoidLeasesAmongFinishedOnes() {
    var queue = queue();
    queue.add(List.of(entry("a"), entry("b")));
    var leases = queue.lease("inbox", 2, MINUTE);
    queue.done(List.of(leases.getFirst()));

    queue.done(leases);
    queue.done(List.of());

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(0, 0, 0, null, null));
  }

  @Test
  void extendsALeaseFromNow() {
    var queue = queue();
    queue.add(List.of(entry("a")));
    var lease = lease(queue);
    clock.advance(Duration.ofSeconds(50));

    assertThat(queue.extend(lease, MINUTE)).isTrue();

    clock.set(NOW.plusSeconds(110).minusNanos(1));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    clock.set(NOW.plusSeconds(110));
    assertThat(queue.lease("inbox", 9, MINUTE)).hasSize(1);
    assertThat(queue.extend(lease, MINUTE)).isFalse();
  }

  @Test
  void leasesAnEntryByItsKeyPastItsLane() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3", "lane")));

    var second = queue.lease("inbox", "2", MINUTE);

    assertThat(second).map(Lease::entry).contains(entry("2", "lane"));
    assertThat(queue.lease("inbox", "2", MINUTE)).isEmpty();
    assertThat(queue.lease("inbox", "none", MINUTE)).isEmpty();
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("1");
    queue.done(List.of(second.orElseThrow()));
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
    assertThat(queue.lease("inbox", "2", MINUTE)).isEmpty();
  }

  @Test
  void keepsTheOrderOfALaneAfterAKeyedLeaseWasGivenBack() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3", "lane")));

    queue.retry(lease(queue, "2"), NOW.minusSeconds(9), "not mine");

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("1", "2", "3");
  }

  @Test
  void leasesByKeyWhatRanOutOrIsDueAgain() {
    var queue = queue();
    queue.add(List.of(entry("a")));
    lease(queue, "a");
    clock.advance(MINUTE);

    var again = lease(queue, "a");
    queue.retry(again, NOW.plus(MINUTE).plusSeconds(1), "later");

    assertThat(again.attempt()).isEqualTo(2);
    assertThat(queue.lease("inbox", "a", MINUTE)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(lease(queue, "a").attempt()).isEqualTo(3);
  }

  @Test
  void tellsWhatWasBuriedInOrder() {
    var queue = queue();
    queue.add(List.of(entry("a", "lane"), entry("b"), entry("c")));
    queue.bury(lease(queue, "c"), "troppo lungo");
    clock.advance(MINUTE);
    queue.retry(lease(queue, "a"), clock.instant(), "once more");
    queue.bury(lease(queue, "a"), "twice");
    queue.bury(lease(queue, "b"), "");

    assertThat(queue.buried("inbox", 9))
        .containsExactly(
            new DeadLetter(entry("c"), 1, "troppo lungo", NOW),
            new DeadLetter(entry("a", "lane", NOW.plus(MINUTE)), 2, "twice", NOW.plus(MINUTE)),
            new DeadLetter(entry("b"), 1, "", NOW.plus(MINUTE)));
    assertThat(queue.buried("inbox", 1)).hasSize(1);
    assertThat(queue.buried("outbox", 9)).isEmpty();
    assertThat(queue.lease("inbox", 9, MINUTE)).isEmpty();
  }

  @Test
  void replaysADeadLetterAtTheEndOfItsLane() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("other")));
    queue.bury(lease(queue, "1"), "broken");
    clock.advance(MINUTE);

    assertThat(queue.replay("inbox", "1")).isTrue();

    assertThat(queue.replay("inbox", "1")).isFalse();
    assertThat(queue.replay("inbox", "2")).isFalse();
    assertThat(queue.buried("inbox", 9)).isEmpty();
    var leases = queue.lease("inbox", 9, MINUTE);
    assertThat(keys(leases)).containsExactly("2", "other", "1");
    assertThat(leases.getLast().attempt()).isEqualTo(1);
    assertThat(leases.getLast().entry()).isEqualTo(entry("1", "lane", NOW.plus(MINUTE)));
  }

  @Test
  void discardsADeadLetterForGood() {
    var queue = queue();
    queue.add(List.of(entry("1", "lane"), entry("2", "lane"), entry("3")));
    queue.bury(lease(queue, "1"), "broken");
    queue.bury(lease(queue, "3"), "broken");

    assertThat(queue.discard("inbox", "1")).isTrue();

    assertThat(queue.discard("inbox", "1")).isFalse();
    assertThat(queue.discard("inbox", "2")).isFalse();
    assertThat(queue.discard("inbox", "never there")).isFalse();
    assertThat(queue.discard("outbox", "3")).isFalse();
    assertThat(queue.replay("inbox", "1")).isFalse();
    assertThat(queue.buried("inbox", 9))
        .extracting(letter -> letter.entry().key())
        .containsExactly("3");
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("2");
  }

  @Test
  void remembersTheKeyOfADiscardedDeadLetterForItsTime() {
    var queue = queue();
    queue.add(List.of(entry("a"), entry("old")));
    queue.bury(lease(queue, "a"), "broken");
    queue.bury(lease(queue, "old"), "broken");
    queue.discard("inbox", "a");

    clock.set(NOW.plus(Queue.MEMORY).minusNanos(1));
    assertThat(queue.add(List.of(entry("a")))).isZero();
    clock.set(NOW.plus(Queue.MEMORY));
    assertThat(queue.add(List.of(entry("a"), entry("old")))).isEqualTo(1);
    queue.discard("inbox", "old");
    assertThat(queue.add(List.of(entry("old")))).isEqualTo(1);
  }

  @Test
  void takesOutWhatWaitsOrIsLeasedAsIfItHadNeverBeenAdded() {
    var queue = queue();
    queue.add(
        List.of(
            entry("first", "lane"),
            entry("behind", "lane"),
            entry("later", "", NOW.plusSeconds(7)),
            entry("held"),
            entry("dead"),
            entry("stays")));
    var held = lease(queue, "held");
    queue.bury(lease(queue, "dead"), "broken");

    assertThat(queue.withdraw("inbox", entry -> !entry.key().equals("stays") && hasAll(entry)))
        .isEqualTo(4);

    assertVoid(queue, held);
    assertThat(queue.buried("inbox", 9)).hasSize(1);
    assertThat(queue.withdraw("inbox", entry -> !entry.key().equals("stays"))).isZero();
    assertThat(queue.withdraw("nothing there", _ -> true)).isZero();
    clock.set(NOW.plusSeconds(7));
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("stays");
    assertThat(queue.add(List.of(entry("first", "lane"), entry("held"), entry("dead"))))
        .isEqualTo(2);
  }

  /** What is asked of an entry is asked of all that was added. */
  private static boolean hasAll(Entry entry) {
    return entry.topic().equals("inbox") && !entry.payload().isEmpty();
  }

  @Test
  void freesTheLaneOfWhatIsTakenOut() {
    var queue = queue();
    queue.add(
        List.of(
            entry("first", "lane", NOW.plusSeconds(7)),
            entry("second", "lane"),
            entry("third", "lane")));

    queue.withdraw("inbox", entry -> entry.key().equals("first"));

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("second", "third");
    queue.withdraw("inbox", entry -> entry.key().equals("second"));
    clock.advance(MINUTE);
    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("third");
  }

  @Test
  void takesOutSoMuchAsThereIs() {
    var queue = queue();
    var many = IntStream.range(0, 1_100).mapToObj(number -> entry("k" + number)).toList();
    queue.add(many);

    assertThat(queue.withdraw("inbox", entry -> !entry.key().equals("k700"))).isEqualTo(1_099);

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("k700");
  }

  @Test
  void countsWhatWaits() {
    var queue = queue();
    assertThat(queue.depth("inbox")).isEqualTo(new Depth(0, 0, 0, null, null));
    queue.add(
        List.of(
            entry("head", "lane", NOW),
            entry("behind", "lane", NOW.minusSeconds(7)),
            entry("later", "", NOW.plusSeconds(7)),
            entry("dead")));
    assertThat(queue.depth("inbox")).isEqualTo(new Depth(4, 0, 0, NOW.minusSeconds(7), NOW));

    queue.bury(lease(queue, "dead"), "broken");
    var head = lease(queue, "head");
    assertThat(queue.depth("inbox"))
        .isEqualTo(new Depth(2, 1, 1, NOW.minusSeconds(7), NOW.plusSeconds(7)));
    queue.done(List.of(lease(queue, "behind")));
    assertThat(queue.depth("inbox"))
        .isEqualTo(new Depth(1, 1, 1, NOW.plusSeconds(7), NOW.plusSeconds(7)));
    clock.advance(MINUTE);
    assertThat(queue.depth("inbox")).isEqualTo(new Depth(2, 0, 1, NOW, NOW));
    queue.done(List.of(head));
    assertThat(queue.depth("inbox"))
        .isEqualTo(new Depth(1, 0, 1, NOW.plusSeconds(7), NOW.plusSeconds(7)));
  }

  /** Or who waits because it fails would never be seen to wait. */
  @Test
  void tellsSinceWhenItIsDueHoweverOftenItCouldNotBeDone() {
    var queue = queue();
    queue.add(List.of(entry("failing", "lane"), entry("follower", "lane")));
    for (var minutes = 0; minutes < 60; minutes += 20) {
      var leases = queue.lease("inbox", 2, MINUTE);
      assertThat(queue.depth("inbox").oldestDue()).isEqualTo(minutes == 0 ? null : NOW);
      clock.advance(MINUTE.dividedBy(2));
      var due = NOW.plus(MINUTE.multipliedBy(minutes + 20));
      if (minutes == 0) {
        queue.retry(leases.getFirst(), due, "refused");
      } else {
        queue.postpone(leases.getFirst(), due, "away");
      }
      queue.postpone(leases.getLast(), clock.instant(), "an earlier one of its lane failed");
      clock.set(due);

      assertThat(queue.depth("inbox").oldestDue()).isEqualTo(NOW);
      assertThat(queue.depth("inbox").oldestReady()).isEqualTo(due);
    }

    queue.done(List.of(lease(queue, "failing")));
    assertThat(queue.depth("inbox").oldestDue()).isEqualTo(NOW);
    queue.bury(lease(queue, "follower"), "broken");
    assertThat(queue.depth("inbox").oldestDue()).isNull();
    queue.replay("inbox", "follower");
    assertThat(queue.depth("inbox").oldestDue()).isEqualTo(clock.instant());
  }

  @Test
  void takesForLateWhatIsPlannedAnewOnlyFromThenOn() {
    var queue = queue();
    queue.add(List.of(entry("note")));
    queue.retry(lease(queue, "note"), NOW, "refused once");
    var morning = NOW.plusSeconds(3_600);

    assertThat(queue.plan(lease(queue, "note"), morning, "quiet hours")).isTrue();

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(1, 0, 0, morning, morning));
    assertThat(queue.lease("inbox", 1, MINUTE)).isEmpty();
    clock.set(morning);
    var lease = lease(queue, "note");
    assertThat(lease.tries()).isEqualTo(2);
    assertThat(queue.plan(lease, morning, "")).isTrue();
    assertThat(queue.plan(lease, morning, "")).isFalse();
  }

  @Test
  void tellsWhichAreNotDoneYet() {
    var queue = queue();
    var all = List.of("waits", "planned", "leased", "behind", "done", "buried", "gone");
    queue.add(
        List.of(
            entry("waits"),
            entry("planned", "", NOW.plusSeconds(60)),
            entry("leased", "lane"),
            entry("behind", "lane"),
            entry("done"),
            entry("buried"),
            entry("gone")));
    lease(queue, "leased");
    queue.done(List.of(lease(queue, "done")));
    queue.bury(lease(queue, "buried"), "broken");
    queue.withdraw("inbox", entry -> entry.key().equals("gone"));

    assertThat(queue.unfinished("inbox", all))
        .containsExactlyInAnyOrder("waits", "planned", "leased", "behind");
    assertThat(queue.unfinished("inbox", List.of("done", "never added"))).isEmpty();
    assertThat(queue.unfinished("inbox", List.of())).isEmpty();
    assertThat(queue.unfinished("no such topic", all)).isEmpty();
    queue.replay("inbox", "buried");
    assertThat(queue.unfinished("inbox", List.of("buried"))).containsExactly("buried");
  }

  @Test
  void handsEachEntryOutOnceToManyThreads() throws Exception {
    var queue = queue();
    var count = 300;
    queue.add(
        IntStream.range(0, count)
            .mapToObj(i -> entry("k" + i, i % 3 == 0 ? "" : "l" + i % 7))
            .toList());
    var handled = new ConcurrentLinkedQueue<Entry>();

    Race.of(
        8,
        () -> {
          while (queue.depth("inbox").waiting() + queue.depth("inbox").leased() > 0) {
            var leases = queue.lease("inbox", 5, LONG);
            leases.forEach(lease -> handled.add(lease.entry()));
            queue.done(leases);
          }
          return true;
        });

    assertThat(handled).hasSize(count).doesNotHaveDuplicates();
    for (var lane = 0; lane < 7; lane++) {
      var name = "l" + lane;
      assertThat(handled.stream().filter(entry -> entry.lane().equals(name)))
          .extracting(entry -> Integer.parseInt(entry.key().substring(1)))
          .isSorted();
    }
  }

  @Test
  void addsAKeyOnceForManyThreads() throws Exception {
    var queue = queue();
    var entries = IntStream.range(0, 50).mapToObj(i -> entry("k" + i)).toList();

    var added =
        Race.of(
            6,
            () -> {
              var own = 0;
              for (var entry : entries) {
                own += queue.add(List.of(entry));
              }
              return own;
            });

    assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
    assertThat(queue.depth("inbox").waiting()).isEqualTo(50);
  }

  @Test
  void returnsAtOnceFromAwaitingWhatIsDue() {
    var queue = queue();
    queue.add(List.of(entry("a")));

    assertTimeoutPreemptively(PATIENCE, () -> queue.await("inbox", LONG));
  }

  @Test
  void returnsFromAwaitingWhenTheTimeHasPassed() {
    var queue = queue();
    queue.add(List.of(entry("later", "", NOW.plus(LONG)), entry("far", "", Instant.MAX)));

    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          queue.await("inbox", Duration.ofMillis(5));
          queue.await("empty", Duration.ofMillis(5));
          queue.await("empty", Duration.ZERO);
        });
  }

  @Test
  void returnsFromAwaitingWhenAnEntryIsDueOrALeaseRunsOut() {
    var queue = queue();
    queue.add(List.of(entry("leased")));
    assertThat(queue.lease("inbox", 1, Duration.ofMillis(5))).hasSize(1);
    queue.add(List.of(entry("later", "", NOW.plus(LONG))));
    queue.add(List.of(new Entry("outbox", "", "soon", "", NOW.plusMillis(5))));

    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          queue.await("inbox", LONG);
          queue.await("outbox", Duration.ofSeconds(Long.MAX_VALUE));
        });
  }

  @Test
  void returnsFromAwaitingWithEachWayOfBecomingDue() throws Exception {
    var queue = queue();
    queue.add(
        List.of(
            entry("done", "one"), entry("a", "one"), entry("buried", "two"), entry("b", "two")));
    queue.add(List.of(entry("retried"), entry("dead")));
    queue.bury(lease(queue, "dead"), "broken");
    var done = queue.lease("inbox", "done", LONG).orElseThrow();
    var buried = queue.lease("inbox", "buried", LONG).orElseThrow();
    var retried = queue.lease("inbox", "retried", LONG).orElseThrow();

    for (var way :
        List.<Callable<Object>>of(
            () -> queue.add(List.of(entry("new"))),
            () -> {
              queue.done(List.of(done));
              return true;
            },
            () -> queue.bury(buried, "broken"),
            () -> queue.retry(retried, NOW, "again"),
            () -> queue.replay("inbox", "dead"))) {
      assertThat(queue.lease("inbox", 9, LONG)).isEmpty();
      var handedOut =
          Race.of(
              List.<Callable<List<Lease>>>of(
                  () -> {
                    way.call();
                    return List.of();
                  },
                  () -> awaited(queue)));
      assertThat(handedOut.getLast()).hasSize(1);
    }
  }

  @Test
  void endsAwaitingWithAnInterrupt() {
    var queue = queue();

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> queue.await("inbox", LONG)).isInstanceOf(InterruptedException.class);
    assertThat(queue.add(List.of(entry("a")))).isEqualTo(1);
  }

  @Test
  void changesAreSafeFromInterrupts() throws Exception {
    var queue = queue();
    queue.add(List.of(entry("a")));

    Race.of(
        1,
        () -> {
          Thread.currentThread().interrupt();
          queue.add(List.of(entry("b")));
          queue.done(queue.lease("inbox", 1, MINUTE));
          return Thread.interrupted();
        });

    assertThat(keys(queue.lease("inbox", 9, MINUTE))).containsExactly("b");
  }

  @Test
  void refusesNonsense() {
    var queue = queue();
    queue.add(List.of(entry("a")));
    var lease = lease(queue);

    for (var nonsense :
        List.<Runnable>of(
            () -> queue.lease("inbox", 0, MINUTE),
            () -> queue.lease("inbox", 1, Duration.ZERO),
            () -> queue.lease("inbox", "a", Duration.ofSeconds(-1)),
            () -> queue.extend(lease, Duration.ZERO),
            () -> queue.buried("inbox", 0))) {
      assertThatThrownBy(nonsense::run).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<Lease> awaited(Queue queue) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          var leases = new ArrayList<Lease>();
          while (leases.isEmpty()) {
            queue.await("inbox", LONG);
            leases.addAll(queue.lease("inbox", 9, LONG));
          }
          return leases;
        });
  }

  private static void assertVoid(Queue queue, Lease lease) {
    var before = queue.depth("inbox");

    assertThat(queue.extend(lease, MINUTE)).isFalse();
    assertThat(queue.retry(lease, Instant.EPOCH, "void")).isFalse();
    assertThat(queue.bury(lease, "void")).isFalse();
    queue.done(List.of(lease));

    assertThat(queue.depth("inbox")).isEqualTo(before);
  }

  private static Lease lease(Queue queue) {
    return queue.lease("inbox", 1, MINUTE).getFirst();
  }

  private static Lease lease(Queue queue, String key) {
    return queue.lease("inbox", key, MINUTE).orElseThrow();
  }

  private static List<String> keys(List<Lease> leases) {
    return leases.stream().map(lease -> lease.entry().key()).toList();
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
