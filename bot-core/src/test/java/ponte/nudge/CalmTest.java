package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference;
import ponte.consent.QuietHours;
import ponte.conversation.Away;

class CalmTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Predicate<LocalDate> NO_HOLIDAY = _ -> false;

  private static Calm calm(QuietHours quietHours) {
    return new Calm(Preference.DEFAULT.with(quietHours), List.of(), ROME, NO_HOLIDAY, List.of());
  }

  private static Instant end(Calm calm, String moment) {
    return calm.from(Instant.parse(moment)).at();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-25T16:59:00Z, 2026-03-25T16:59:00Z",
    "2026-03-25T17:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-26T02:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-26T08:00:00Z, 2026-03-26T08:00:00Z",
    "2026-03-27T17:00:00Z, 2026-03-30T07:00:00Z",
    "2026-10-24T10:00:00Z, 2026-10-26T08:00:00Z"
  })
  void endsOnTheNextWorkingMorningOnThePersonsClock(Instant now, Instant end) {
    var calm = calm(QuietHours.DEFAULT);

    assertThat(calm.from(now).at()).isEqualTo(end);
    assertThat(calm.contains(now)).isEqualTo(!now.equals(end));
  }

  @Test
  void canBeTheWeekendAlone() {
    var calm = calm(new QuietHours(LocalTime.of(9, 0), LocalTime.of(9, 0), true));

    assertThat(calm.contains(Instant.parse("2026-03-25T02:00:00Z"))).isFalse();
    assertThat(end(calm, "2026-03-28T10:00:00Z")).isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void canLieWithinADay() {
    var calm = calm(new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), true));

    assertThat(end(calm, "2026-03-25T11:30:00Z")).isEqualTo("2026-03-25T13:00:00Z");
    assertThat(end(calm, "2026-03-29T10:00:00Z")).isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void endsWithTheHourThatIsSkippedWhereItsOwnEndNeverComes() {
    var calm = calm(new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), false));

    assertThat(end(calm, "2026-03-29T00:50:00Z")).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Test
  void comesAgainInTheHourThatComesTwice() {
    var calm = calm(new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), false));

    assertThat(end(calm, "2026-10-25T00:10:00Z")).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(end(calm, "2026-10-25T00:40:00Z")).isEqualTo("2026-10-25T00:40:00Z");
    assertThat(end(calm, "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T01:30:00Z");
  }

  @Test
  void holdsOnAPublicHolidayForWhoeverKeepsWeekends() {
    Predicate<LocalDate> holidays = LocalDate.of(2026, 6, 2)::equals;
    var eager = new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0), false);
    var keeps = new Calm(Preference.DEFAULT, List.of(), ROME, holidays, List.of());
    var works = new Calm(Preference.DEFAULT.with(eager), List.of(), ROME, holidays, List.of());

    var free = keeps.from(Instant.parse("2026-06-02T10:00:00Z"));
    assertThat(free)
        .isEqualTo(new Calm.Free(Instant.parse("2026-06-03T07:00:00Z"), Reason.HOLIDAY));
    assertThat(works.contains(Instant.parse("2026-06-02T10:00:00Z"))).isFalse();
  }

  @Test
  void isLookedAtAgainOnTheNextDayWhereNobodyKnowsWhenTheyAreBack() {
    var calm = new Calm(Preference.DEFAULT, List.of(), ROME, NO_HOLIDAY, List.of(Away.until(null)));

    assertThat(calm.from(Instant.parse("2026-03-25T10:00:00Z")))
        .isEqualTo(new Calm.Free(Instant.parse("2026-03-25T23:00:00Z"), Reason.AWAY));
  }

  @Test
  void endsWhenTheLastOfAllReasonsIsOver() {
    var undisturbed =
        new DoNotDisturb(
            Instant.parse("2026-03-26T07:00:00Z"),
            Instant.parse("2026-03-26T11:00:00Z"),
            Instant.EPOCH);
    var away =
        new Away(Instant.parse("2026-03-26T10:30:00Z"), Instant.parse("2026-03-27T18:00:00Z"));
    var preference =
        new Preference(
            Preference.Standing.IN,
            QuietHours.DEFAULT,
            LocalDate.of(2026, 3, 26),
            null,
            List.of(),
            List.of(),
            Map.of());

    var free =
        new Calm(preference, List.of(undisturbed), ROME, NO_HOLIDAY, List.of(away))
            .from(Instant.parse("2026-03-25T10:00:00Z"));

    assertThat(free.at()).isEqualTo("2026-03-30T07:00:00Z");
    assertThat(free.why()).isEqualTo(Reason.PAUSED);
  }
}
