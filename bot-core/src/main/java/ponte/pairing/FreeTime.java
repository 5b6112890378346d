package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ponte.consent.QuietHours;
import ponte.conversation.Away;

/**
 * The half hours of a week at which somebody works.
 *
 * @param from when the week begins
 * @param halves which half hours from then on
 */
public record FreeTime(Instant from, BitSet halves) {

  private static final Duration HALF = Duration.ofMinutes(30);
  private static final int HALVES = 7 * 48;

  public FreeTime {
    halves = (BitSet) halves.clone();
  }

  /** The first full half hour from a moment on, as everybody's week begins. */
  public static Instant week(Instant moment) {
    var half = HALF.toSeconds();
    return Instant.ofEpochSecond(Math.ceilDiv(moment.getEpochSecond(), half) * half);
  }

  /**
   * When somebody works who is not to be disturbed at other times. Who is never quiet does not work
   * day and night.
   *
   * @param from as {@link #week} gives it
   * @param absences when they are away, by any of their accounts
   */
  public static FreeTime of(Instant from, ZoneId zone, QuietHours quiet, List<Away> absences) {
    return of(from, zone, quiet, absences, _ -> false);
  }

  /**
   * The same where nobody works on some days.
   *
   * @param holidays the public holidays that they keep, as they keep weekends
   */
  public static FreeTime of(
      Instant from,
      ZoneId zone,
      QuietHours quiet,
      List<Away> absences,
      Predicate<LocalDate> holidays) {
    var hours =
        quiet.from().equals(quiet.until())
            ? new QuietHours(
                QuietHours.DEFAULT.from(), QuietHours.DEFAULT.until(), quiet.weekends())
            : quiet;
    var halves = new BitSet(HALVES);
    for (var i = 0; i < HALVES; i++) {
      var start = from.plus(HALF.multipliedBy(i));
      var begins = LocalDateTime.ofInstant(start, zone);
      var ends = LocalDateTime.ofInstant(start.plus(HALF).minusSeconds(1), zone);
      if (!hours.contains(begins)
          && !hours.contains(ends)
          && !(hours.weekends() && holidays.test(begins.toLocalDate()))
          && absences.stream().noneMatch(away -> away.contains(start))) {
        halves.set(i);
      }
    }
    return new FreeTime(from, halves);
  }

  /** What both have; the weeks begin at the same moment. */
  public FreeTime with(FreeTime other) {
    var both = (BitSet) halves.clone();
    both.and(other.halves);
    return new FreeTime(from, both);
  }

  /** How many half hours both have that are in an hour both have. */
  public int common(FreeTime other) {
    var both = with(other).halves;
    var count = 0;
    for (var i = both.nextSetBit(0); i >= 0; i = both.nextSetBit(i + 1)) {
      count += both.get(i + 1) || i > 0 && both.get(i - 1) ? 1 : 0;
    }
    return count;
  }

  /** When the hours begin in which they work, earliest first; they may overlap. */
  List<Instant> hours() {
    return IntStream.range(0, HALVES - 1)
        .filter(i -> halves.get(i) && halves.get(i + 1))
        .mapToObj(i -> from.plus(HALF.multipliedBy(i)))
        .toList();
  }
}
