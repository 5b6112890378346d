package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ponte.bot.Handler;
import ponte.nudge.Gate;
import ponte.nudge.Kind;
import ponte.nudge.Reason;
import ponte.platform.Pace;
import ponte.platform.Rate;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

class MetersTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final WorkMeters work = new WorkMeters(registry, CLOCK);

  private static Lease lease(int attempt) {
    var entry = new Entry("inbox", "", "k", "{}", NOW.minusSeconds(20));
    return new Lease(entry, "t", attempt, attempt, NOW.plusSeconds(60));
  }

  @Test
  void countWorkByWhatCameOfItAndHowLateItWasBegunOnce() {
    work.handling(List.of(lease(1)), () -> Handler.DONE);
    work.handling(List.of(lease(2)), () -> new Handler.Outcome.Never("no"));
    assertThatThrownBy(
            () ->
                work.handling(
                    List.of(lease(2)),
                    () -> {
                      throw new IllegalStateException("as it was thrown");
                    }))
        .hasMessage("as it was thrown");

    for (var outcome : List.of("done", "never", "failed")) {
      var timer = registry.get(Meters.WORK).tags("queue", "inbox", "outcome", outcome).timer();
      assertThat(timer.count()).isOne();
    }
    var delay = registry.get(Meters.QUEUE_DELAY).tag("queue", "inbox").timer();
    assertThat(delay.count()).isOne();
    assertThat(delay.totalTime(TimeUnit.SECONDS)).isEqualTo(20);
  }

  @Test
  void countWhatTheGateDecidedByReason() {
    work.decided(Kind.INVITATION, new Gate.Answer.Wait(NOW, Reason.DO_NOT_DISTURB));

    assertThat(
            registry
                .get(Meters.GATE)
                .tags("kind", "invitation", "decision", "wait", "reason", "do-not-disturb")
                .counter()
                .count())
        .isOne();
  }

  @Test
  void nameAFailureByThePlatformsWordAndNeverByMore() {
    var meters = new Traffic(registry, Tracer.NOOP, "slack");

    meters.failed("channel_not_found: the channel is gone");
    meters.failed("there is no channel T1/C1");

    for (var reason : List.of("channel_not_found", "other")) {
      var counter = registry.get(Meters.DELIVERY_FAILURES).tag("reason", reason).counter();
      assertThat(counter.count()).isOne();
    }
    assertThat(registry.find(Meters.DELIVERY_FAILURES).counters()).hasSize(2);
  }

  @Test
  void countWaitsByWhoWantsThem() {
    var meters = new Traffic(registry, Tracer.NOOP, "slack");
    var pace = new Pace(meters, CLOCK);
    var rate = new Rate(1, Duration.ofSeconds(1));

    pace.take("a", rate);
    pace.take("a", rate);
    pace.bar("b", NOW.plusSeconds(30));
    pace.take("b", rate);

    var own = registry.get(Meters.PLATFORM_WAIT).tag("cause", "own-rate").timer();
    var told = registry.get(Meters.PLATFORM_WAIT).tag("cause", "told").timer();
    assertThat(own.count()).isOne();
    assertThat(told.count()).isEqualTo(2);
    assertThat(told.max(TimeUnit.SECONDS)).isEqualTo(30);
  }

  @Test
  void tellWhatWaitsWithOneLookAndNothingWhileTheStoreIsAway() {
    var looks = new AtomicInteger();
    var there = new Depth(3, 1, 2, NOW.minusSeconds(90), NOW);
    new QueueMeters(
            List.of("inbox"),
            () -> {
              looks.incrementAndGet();
              return Map.of("inbox", there);
            },
            CLOCK)
        .bindTo(registry);

    assertThat(gauge(registry, "waiting")).isEqualTo(3);
    assertThat(gauge(registry, "buried")).isEqualTo(2);
    assertThat(registry.get(Meters.QUEUE_OLDEST).gauge().value()).isEqualTo(90);
    assertThat(looks).hasValue(1);

    var other = new SimpleMeterRegistry();
    new QueueMeters(
            List.of("inbox"),
            () -> {
              throw new StoreUnavailableException("away", null);
            },
            CLOCK)
        .bindTo(other);
    assertThat(gauge(other, "waiting")).isNaN();
  }

  private static double gauge(SimpleMeterRegistry registry, String state) {
    return registry.get(Meters.QUEUE_ENTRIES).tag("state", state).gauge().value();
  }
}
