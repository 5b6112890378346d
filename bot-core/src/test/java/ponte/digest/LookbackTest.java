package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.command.Command.Period;
import ponte.conversation.TimeSpan;

class LookbackTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Instant NOW = Instant.parse("2026-04-05T10:00:00Z");

  @Test
  void looksBackSevenDaysWhereNobodySays() {
    assertThat(over(new Period.Usual()).span()).isEqualTo(TimeSpan.before(NOW, Duration.ofDays(7)));
  }

  @Test
  void takesWholeDaysOfTheAskersZoneThroughAClockChange() {
    var sunday = LocalDate.parse("2026-03-29");

    assertThat(over(new Period.Dates(sunday, sunday)).span())
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
  }

  @Test
  void coversThirtyDaysEvenIfTheClocksChangeAmongThem() {
    var first = LocalDate.parse("2026-10-10");

    var lookback = over(new Period.Dates(first, first.plusDays(29)));

    assertThat(lookback.span().length()).isEqualTo(Duration.ofDays(30).plusHours(1));
    assertThat(lookback.remarks()).isEmpty();
  }

  @Test
  void shortensMoreThanThirtyDaysToTheLastOfThem() {
    var first = LocalDate.parse("2026-01-01");

    var lookback = over(new Period.Dates(first, LocalDate.parse("2026-03-15")));

    assertThat(lookback.span())
        .isEqualTo(TimeSpan.before(Instant.parse("2026-03-15T23:00:00Z"), Duration.ofDays(30)));
    assertThat(lookback.remarks()).containsExactly(new Digest.Remark.Shortened(30));
  }

  @Test
  void shortensASpanThatIsNotOverToItsLastDaysUpToNow() {
    var march = LocalDate.parse("2026-03-20");
    var january = LocalDate.parse("2026-01-20");
    var end = LocalDate.parse("2026-06-30");

    var begunLately = over(new Period.Dates(march, end));
    var begunLongAgo = over(new Period.Dates(january, end));

    assertThat(begunLately)
        .isEqualTo(
            new Lookback(new TimeSpan(march.atStartOfDay(ROME).toInstant(), NOW), List.of()));
    assertThat(begunLongAgo)
        .isEqualTo(
            new Lookback(
                TimeSpan.before(NOW, Duration.ofDays(30)),
                List.of(new Digest.Remark.Shortened(30))));
  }

  @Test
  void coversJustTheSpanOfADigestThatWasShownTheLongestMonthToo() {
    var from = NOW.minus(Duration.ofDays(31));

    var shown = over(new Period.Between(from, NOW, ROME));
    var tooLong = over(new Period.Between(from.minus(Duration.ofDays(2)), NOW, ROME));

    assertThat(shown).isEqualTo(new Lookback(new TimeSpan(from, NOW), List.of()));
    assertThat(tooLong.remarks()).containsExactly(new Digest.Remark.Shortened(30));
  }

  @Test
  void showsAMonthOfThirtyOneDaysWhole() {
    var first = LocalDate.parse("2026-03-01");

    var month = over(new Period.Dates(first, LocalDate.parse("2026-03-31")));
    var asManyDays = over(new Period.Dates(first.minusDays(1), LocalDate.parse("2026-03-30")));

    assertThat(month.span())
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-02-28T23:00:00Z"), Instant.parse("2026-03-31T22:00:00Z")));
    assertThat(month.remarks()).isEmpty();
    assertThat(asManyDays.remarks()).containsExactly(new Digest.Remark.Shortened(30));
  }

  @Test
  void looksBackFurtherThanAnyCalendarWithoutHarm() {
    assertThat(over(new Period.LastDays(Integer.MAX_VALUE)).span().length())
        .isEqualTo(Duration.ofDays(30));
  }

  private static Lookback over(Period period) {
    return Lookback.over(period, NOW, ROME, DigestRules.DEFAULT.span());
  }
}
