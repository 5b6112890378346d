package ponte.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.TestClock;

class SeldomTest {

  @Test
  void saysOnceAMinuteHowOftenSomethingHappened() {
    var clock = TestClock.at("2026-03-02T09:00:00Z");
    var seldom = new Seldom(clock);

    assertThat(seldom.happened()).hasValue(1);
    assertThat(seldom.happened()).isEmpty();
    assertThat(seldom.happened()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(seldom.happened()).hasValue(3);
  }
}
