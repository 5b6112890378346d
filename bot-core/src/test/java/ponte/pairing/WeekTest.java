package ponte.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.command.Acquaintance.Cadence;
import ponte.consent.QuietHours;

class WeekTest {

  private static final LocalTime TEN = LocalTime.of(10, 0);

  @Test
  void isDecidedBeforeItIsTenAnywhere() {
    var week = Week.after(Instant.parse("2026-03-18T12:00:00Z"), DayOfWeek.TUESDAY, TEN);

    assertThat(week.day()).isEqualTo(LocalDate.of(2026, 3, 24));
    assertThat(week.round(TEN)).isEqualTo("2026-03-23T20:00:00Z");
    for (var zone : ZoneId.getAvailableZoneIds()) {
      assertThat(week.on(ZoneId.of(zone), TEN)).isAfterOrEqualTo(week.round(TEN));
    }
    assertThat(Week.after(week.round(TEN), DayOfWeek.TUESDAY, TEN)).isEqualTo(week.next());
  }

  @Test
  void ofAMonthIsOneOfEveryTwoWeeks() {
    var week = new Week(LocalDate.of(2020, 1, 7));
    var everyTwo = 0;
    for (var i = 0; i < 520; i++, week = week.next()) {
      everyTwo += week.isOf(Cadence.EVERY_TWO_WEEKS) ? 1 : 0;
      assertThat(week.isOf(Cadence.EVERY_TWO_WEEKS))
          .isNotEqualTo(week.next().isOf(Cadence.EVERY_TWO_WEEKS));
      assertThat(week.isOf(Cadence.MONTHLY) && !week.isOf(Cadence.EVERY_TWO_WEEKS)).isFalse();
      assertThat(week.isOf(Cadence.WEEKLY)).isTrue();
    }
    assertThat(everyTwo).isEqualTo(260);
    for (var month = LocalDate.of(2020, 1, 1);
        month.getYear() < 2030;
        month = month.plusMonths(1)) {
      var first = month;
      assertThat(
              first
                  .datesUntil(first.plusMonths(1))
                  .filter(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY)
                  .filter(day -> new Week(day).isOf(Cadence.MONTHLY)))
          .hasSize(1);
    }
  }

  @Test
  void hasTheHoursThatTwoShare() {
    var from = Instant.parse("2026-03-23T20:00:00Z");
    var rome = FreeTime.of(from, ZoneId.of("Europe/Rome"), QuietHours.DEFAULT, List.of());
    var york = FreeTime.of(from, ZoneId.of("America/New_York"), QuietHours.DEFAULT, List.of());
    var tokyo = FreeTime.of(from, ZoneId.of("Asia/Tokyo"), QuietHours.DEFAULT, List.of());

    // 9 to 18 is 8 to 17 UTC in Rome and 13 to 22 UTC in New York.
    assertThat(rome.with(york).hours().getFirst()).isEqualTo("2026-03-24T13:00:00Z");
    // Rome changes its clocks on the 29th: on Monday it is 7 to 16 UTC there.
    assertThat(rome.common(york)).isEqualTo(4 * 8 + 6);
    assertThat(york.common(tokyo)).isZero();
    assertThat(rome.common(rome)).isEqualTo(5 * 18);
  }

  @Test
  void hasNoHourOnAPublicHoliday() {
    var from = Instant.parse("2026-04-03T20:00:00Z");
    var rome = ZoneId.of("Europe/Rome");
    var free =
        FreeTime.of(from, rome, QuietHours.DEFAULT, List.of(), LocalDate.of(2026, 4, 6)::equals);

    assertThat(free.hours().getFirst()).isEqualTo("2026-04-07T07:00:00Z");
    assertThat(free.hours())
        .hasSize(FreeTime.of(from, rome, QuietHours.DEFAULT, List.of()).hours().size() - 17);
  }

  @Test
  void doesNotTakeWhoIsNeverQuietForSomebodyWhoNeverSleeps() {
    var from = Instant.parse("2026-03-23T20:00:00Z");
    var never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true);

    assertThat(FreeTime.of(from, ZoneOffset.UTC, never, List.of()))
        .isEqualTo(FreeTime.of(from, ZoneOffset.UTC, QuietHours.DEFAULT, List.of()));
  }
}
