package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.consent.QuietHours;

class WorkingTimeTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  @ParameterizedTest
  @CsvSource({
    "2026-03-23T09:00:00Z, PT4H, 2026-03-23T13:00:00Z",
    "2026-03-23T16:00:00Z, PT4H, 2026-03-24T11:00:00Z",
    "2026-03-23T02:00:00Z, PT4H, 2026-03-23T12:00:00Z",
    "2026-03-27T16:00:00Z, PT4H, 2026-03-30T10:00:00Z",
    "2026-03-28T10:00:00Z, PT4H, 2026-03-30T11:00:00Z",
    "2026-10-23T14:00:00Z, PT4H, 2026-10-26T10:00:00Z",
    "2026-03-23T13:00:00Z, PT5H, 2026-03-24T09:00:00Z",
    "2026-03-23T20:00:00Z, PT0S, 2026-03-23T20:00:00Z"
  })
  void countsNineToSixOnWorkingDaysInRome(Instant asked, Duration time, Instant due) {
    assertThat(new WorkingTime(QuietHours.DEFAULT, ROME).after(asked, time)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-23T09:00:00Z, 2026-03-23T13:00:00Z, PT4H",
    "2026-03-27T16:00:00Z, 2026-03-30T08:00:00Z, PT2H",
    "2026-03-28T10:00:00Z, 2026-03-29T10:00:00Z, PT0S",
    "2026-03-23T20:00:00Z, 2026-03-25T20:00:00Z, PT18H",
    "2026-03-23T09:00:00Z, 2026-03-23T09:00:00Z, PT0S"
  })
  void countsTheWorkingHoursBetweenTwoMoments(Instant from, Instant until, Duration time) {
    assertThat(new WorkingTime(QuietHours.DEFAULT, ROME).between(from, until)).isEqualTo(time);
  }

  @Test
  void countsNoPublicHolidayOfWhoKeepsWeekends() {
    Predicate<LocalDate> easterMonday = LocalDate.of(2026, 4, 6)::equals;
    var friday = Instant.parse("2026-04-03T14:00:00Z");
    var four = Duration.ofHours(4);
    var eager = new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0), false);

    assertThat(new WorkingTime(QuietHours.DEFAULT, ROME, easterMonday).after(friday, four))
        .isEqualTo(Instant.parse("2026-04-07T09:00:00Z"));
    assertThat(WorkingTime.weekdays(ROME, easterMonday).after(friday, Duration.ofHours(24)))
        .isEqualTo(Instant.parse("2026-04-07T14:00:00Z"));
    assertThat(new WorkingTime(eager, ROME, easterMonday).after(friday, four))
        .isEqualTo(Instant.parse("2026-04-04T09:00:00Z"));
  }

  @Test
  void countsDayAndNightOnWeekdays() {
    var friday = Instant.parse("2026-03-27T13:00:00Z");

    assertThat(WorkingTime.weekdays(ROME, _ -> false).after(friday, Duration.ofHours(24)))
        .isEqualTo(Instant.parse("2026-03-30T12:00:00Z"));
  }

  @Test
  void addsUpAndNeverEndsInQuietHoursWhateverTheZoneAndTheClockChange() {
    var quiets =
        List.of(
            QuietHours.DEFAULT,
            new QuietHours(LocalTime.of(1, 30), LocalTime.of(2, 30), false),
            new QuietHours(LocalTime.NOON, LocalTime.NOON, true),
            new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), true));
    var moments =
        List.of(
            Instant.parse("2026-03-27T16:31:07Z"),
            Instant.parse("2026-03-08T05:00:00Z"),
            Instant.parse("2026-10-24T22:45:00Z"));
    for (var id : ZoneId.getAvailableZoneIds()) {
      for (var quiet : quiets) {
        var time = new WorkingTime(quiet, ZoneId.of(id));
        for (var moment : moments) {
          var three = time.after(moment, Duration.ofHours(3));
          var all = time.after(moment, Duration.ofHours(10));

          assertThat(time.after(three, Duration.ofHours(7))).as(id).isEqualTo(all);
          assertThat(quiet.contains(LocalDateTime.ofInstant(all.minusNanos(1), ZoneId.of(id))))
              .as(id)
              .isFalse();
          assertThat(Duration.between(moment, all))
              .as(id)
              .isGreaterThanOrEqualTo(Duration.ofHours(10));
        }
      }
    }
  }
}
