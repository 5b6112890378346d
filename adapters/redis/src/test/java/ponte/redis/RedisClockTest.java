package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.store.StoreUnavailableException;

class RedisClockTest {

  private static final Instant WRONG = Instant.parse("1999-01-01T00:00:00Z");

  private final TestClock machine = TestClock.at(WRONG);
  private String seconds = "1772442000";
  private long counter = 100;
  private long roundTrip = 2_000;
  private final RedisClock clock =
      new RedisClock(
          () -> {
            counter += roundTrip;
            return List.of(Reply.bytes(seconds), Reply.bytes("250000"));
          },
          machine,
          () -> counter);

  @Test
  void isTheMachinesUntilRedisWasAsked() {
    assertThat(clock.instant()).isEqualTo(WRONG);
  }

  @Test
  void isToldToNobodyWhoKeepsSomethingUntilRedisWasAsked() {
    assertThatThrownBy(clock.told()::instant).isInstanceOf(StoreUnavailableException.class);

    assertThat(clock.told().instant()).isEqualTo("2026-03-02T09:00:00.250001Z");
  }

  @Test
  void takesNoTimeFromAnAnswerThatWasLongOnItsWay() {
    roundTrip = RedisClock.LONGEST_ROUND_TRIP.toNanos() + 1;
    assertThat(clock.isTold()).isFalse();
    assertThat(clock.instant()).isEqualTo(WRONG);

    roundTrip = 2_000;
    assertThat(clock.isTold()).isTrue();
    roundTrip = 2_000_000_000L;
    seconds = "1772449999";
    clock.read();

    assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:06.250001Z");
  }

  @Test
  void asksAgainSoonAfterAnAnswerThatWasLongOnItsWay() {
    clock.refresh();
    counter += 9_000_000_000L;
    seconds = "1772442060";
    clock.refresh();
    assertThat(clock.instant()).as("asked lately").isBefore(Instant.parse("2026-03-02T09:00:10Z"));

    counter += 1_000_000_000L;
    roundTrip = 2_000_000_000L;
    clock.refresh();
    roundTrip = 2_000;
    clock.refresh();

    assertThat(clock.instant()).isEqualTo("2026-03-02T09:01:00.250001Z");
  }

  @Test
  void countsOnFromTheTimeThatRedisTold() {
    clock.read();

    assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:00.250001Z");
    counter += 5_000_000_000L;
    assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:05.250001Z");
  }

  @Test
  void isNotMovedByTheClockOfTheMachine() {
    clock.read();

    machine.set(Instant.parse("2100-01-01T00:00:00Z"));

    assertThat(clock.instant()).isEqualTo("2026-03-02T09:00:00.250001Z");
  }

  @Test
  void followsTheClockOfRedis() {
    clock.read();
    seconds = "1772442060";

    clock.read();

    assertThat(clock.instant()).isEqualTo("2026-03-02T09:01:00.250001Z");
  }
}
