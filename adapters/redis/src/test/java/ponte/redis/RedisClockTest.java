package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;

class RedisClockTest {

  private static final Instant WRONG = Instant.parse("1999-01-01T00:00:00Z");

  private final TestClock machine = TestClock.at(WRONG);
  private String seconds = "1772442000";
  private long counter = 100;
  private final RedisClock clock =
      new RedisClock(
          () -> {
            counter += 2_000;
            return List.of(Reply.bytes(seconds), Reply.bytes("250000"));
          },
          machine,
          () -> counter);

  @Test
  void isTheMachinesUntilRedisWasAsked() {
    assertThat(clock.instant()).isEqualTo(WRONG);
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
