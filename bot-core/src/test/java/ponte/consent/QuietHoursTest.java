package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @ParameterizedTest
  @CsvSource({
    "2026-03-25T16:59:00Z, 2026-03-25T16:59:00Z",
    "2026-03-25T17:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-26T02:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-26T08:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-27T17:00:00Z, 2026-03-30T07:00:00Z",
    "2026-10-24T10:00:00Z, 2026-10-26T08:00:00Z"
  })
  void endOnTheNextWorkingMorningOnThePersonsClock(Instant now, Instant end) {
    assertThat(QuietHours.DEFAULT.end(now, ROME)).isEqualTo(end);
    assertThat(QuietHours.DEFAULT.contains(now, ROME)).isEqualTo(!now.equals(end));
  }

  @Test
  void canBeNoneButTheWeekend() {
    var none = new QuietHours(LocalTime.of(9, 0), LocalTime.of(9, 0), true);

    assertThat(none.contains(Instant.parse("2026-03-25T02:00:00Z"), ROME)).isFalse();
    assertThat(none.end(Instant.parse("2026-03-28T10:00:00Z"), ROME))
        .isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void canLieWithinADay() {
    var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), true);

    assertThat(lunch.end(Instant.parse("2026-03-25T11:30:00Z"), ROME))
        .isEqualTo("2026-03-25T13:00:00Z");
    assertThat(lunch.end(Instant.parse("2026-03-29T10:00:00Z"), ROME))
        .isEqualTo("2026-03-29T22:00:00Z");
  }
}
