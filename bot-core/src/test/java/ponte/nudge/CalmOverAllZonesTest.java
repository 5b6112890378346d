package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference;
import ponte.consent.QuietHours;
import ponte.conversation.Away;

/**
 * Over all zones of the world and both changes of the clock of each, for people who want anything:
 * held against the plain words of the rules, minute by minute.
 */
class CalmOverAllZonesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int NEAR_A_CHANGE = 8;
  private static final int ANYWHERE = 4;
  private static final int LOOKS = 12;
  private static final Duration LONGEST_WALK = Duration.ofHours(72);

  private final Random random = new Random(20260329);
  private int held;
  private int open;
  private int walked;

  @Test
  void opensAtTheFirstMinuteInWhichNothingHoldsAndNeverGoesBack() {
    for (var id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      var zone = ZoneId.of(id);
      for (var moment : moments(zone)) {
        check(someone(zone, moment), moment);
      }
    }

    assertThat(held).isGreaterThan(2_000);
    assertThat(open).isGreaterThan(500);
    assertThat(walked).isGreaterThan(1_000);
  }

  private List<Instant> moments(ZoneId zone) {
    var moments = new ArrayList<Instant>();
    var change = zone.getRules().nextTransition(START);
    for (var changes = 0; changes < 2 && change != null; changes++) {
      for (var each = 0; each < NEAR_A_CHANGE; each++) {
        moments.add(minutesFrom(change.getInstant(), -40 * 60, 3 * 60));
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    for (var each = 0; each < ANYWHERE; each++) {
      moments.add(minutesFrom(START, 0, 2 * 365 * 24 * 60));
    }
    return moments;
  }

  private Instant minutesFrom(Instant start, int least, int most) {
    return start.plus(Duration.ofMinutes(random.nextInt(least, most)));
  }

  private LocalTime time() {
    return LocalTime.of(random.nextInt(24), random.nextInt(60));
  }

  /** How somebody may want to be treated. */
  private record Someone(
      ZoneId zone,
      QuietHours quietHours,
      @Nullable LocalDate pausedUntil,
      @Nullable DoNotDisturb doNotDisturb,
      Set<LocalDate> holidays,
      List<Away> absences) {

    Calm calm() {
      Predicate<LocalDate> isHoliday = holidays::contains;
      return new Calm(
          new Preference(
              Preference.Standing.IN,
              quietHours,
              pausedUntil,
              null,
              List.of(),
              List.of(),
              Map.of()),
          doNotDisturb == null ? List.of() : List.of(doNotDisturb),
          zone,
          isHoliday,
          absences);
    }

    /** The rules once more, in other words. */
    boolean isHeld(Instant moment) {
      var clock = moment.atZone(zone);
      var day = clock.toLocalDate();
      var minute = clock.toLocalTime().toSecondOfDay() / 60;
      var from = quietHours.from().toSecondOfDay() / 60;
      var until = quietHours.until().toSecondOfDay() / 60;
      var length = Math.floorMod(until - from, 24 * 60);
      return Math.floorMod(minute - from, 24 * 60) < length
          || quietHours.weekends()
              && (clock.getDayOfWeek() == DayOfWeek.SATURDAY
                  || clock.getDayOfWeek() == DayOfWeek.SUNDAY
                  || holidays.contains(day))
          || pausedUntil != null && pausedUntil.compareTo(day) > 0
          || doNotDisturb != null
              && doNotDisturb.from().compareTo(moment) <= 0
              && doNotDisturb.until().compareTo(moment) > 0
          || absences.stream().anyMatch(away -> away.contains(moment));
    }

    boolean isGoneForGood(Instant moment) {
      return absences.stream().anyMatch(away -> away.until() == null && away.contains(moment));
    }
  }

  private Someone someone(ZoneId zone, Instant around) {
    var day = around.atZone(zone).toLocalDate();
    var from = time();
    return new Someone(
        zone,
        random.nextInt(4) == 0
            ? QuietHours.DEFAULT
            : new QuietHours(from, random.nextInt(8) == 0 ? from : time(), random.nextBoolean()),
        random.nextInt(6) == 0 ? day.plusDays(random.nextInt(-2, 9)) : null,
        random.nextInt(4) == 0 ? undisturbed(around) : null,
        Set.of(day.plusDays(random.nextInt(0, 3)), day.plusDays(random.nextInt(3, 6))),
        Stream.generate(() -> away(around)).limit(random.nextInt(5) / 3).toList());
  }

  private DoNotDisturb undisturbed(Instant around) {
    var from = minutesFrom(around, -600, 900);
    return new DoNotDisturb(from, minutesFrom(from, 0, 900), START);
  }

  private Away away(Instant around) {
    var from = minutesFrom(around, -3_000, 900);
    return new Away(
        random.nextInt(5) == 0 ? null : from,
        random.nextInt(6) == 0 ? null : minutesFrom(from, 1, 6_000));
  }

  private void check(Someone someone, Instant moment) {
    var calm = someone.calm();
    var free = calm.from(moment);
    assertThat(calm.contains(moment))
        .as("%s at %s", someone, moment)
        .isEqualTo(someone.isHeld(moment));
    if (!someone.isHeld(moment)) {
      open++;
      assertThat(free).as("%s at %s", someone, moment).isEqualTo(new Calm.Free(moment, null));
      return;
    }
    held++;
    var span = Duration.between(moment, free.at()).toMinutes();
    assertThat(span).as("%s at %s", someone, moment).isPositive();
    assertThat(free.why()).isNotNull();
    if (someone.isGoneForGood(free.at().minusMillis(1))) {
      return;
    }
    assertThat(someone.isHeld(free.at())).as("%s at %s", someone, free.at()).isFalse();
    assertThat(someone.isHeld(free.at().minusMillis(1))).as("%s at %s", someone, moment).isTrue();
    for (var look = 0; look < LOOKS; look++) {
      var between = minutesFrom(moment, 0, (int) span);
      assertThat(someone.isHeld(between)).as("%s at %s", someone, between).isTrue();
    }
    assertThat(calm.from(minutesFrom(moment, 0, (int) span)).at()).isEqualTo(free.at());
    if (span <= LONGEST_WALK.toMinutes()) {
      walked++;
      assertThat(free.at()).as("%s at %s", someone, moment).isEqualTo(walk(someone, moment));
    }
  }

  private static Instant walk(Someone someone, Instant moment) {
    var at = moment;
    while (someone.isHeld(at)) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return at;
  }
}
