package ponte.nudge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference;
import ponte.conversation.Away;

/** When one person is not to be disturbed, for whatever reason. */
public final class Calm {

  private final Preference preference;
  private final List<DoNotDisturb> undisturbed;
  private final ZoneId zone;
  private final Predicate<LocalDate> holidays;
  private final List<Away> absences;

  /**
   * @param undisturbed when they are not to be disturbed, as told of each of their accounts
   * @param zone where their clock stands
   * @param holidays the public holidays that they keep, as they keep weekends
   */
  Calm(
      Preference preference,
      List<DoNotDisturb> undisturbed,
      ZoneId zone,
      Predicate<LocalDate> holidays,
      List<Away> absences) {
    this.preference = preference;
    this.undisturbed = List.copyOf(undisturbed);
    this.zone = zone;
    this.holidays = holidays;
    this.absences = List.copyOf(absences);
  }

  /**
   * When somebody may be disturbed.
   *
   * @param why what they were in at first; null: in nothing
   */
  record Free(Instant at, @Nullable Reason why) {}

  /**
   * Something in which they are.
   *
   * @param until the first moment outside; where nobody knows it, one at which to look again
   */
  private record Held(Reason why, Instant until, boolean isKnown) {}

  /** Whether they are not to be disturbed at a moment. */
  public boolean contains(Instant moment) {
    return held(moment).isPresent();
  }

  /**
   * The first moment from this one on at which they may be disturbed; while nobody knows when they
   * will be back, the beginning of their next day.
   */
  Free from(Instant moment) {
    var at = moment;
    Reason why = null;
    while (true) {
      var found = held(at);
      if (found.isEmpty()) {
        return new Free(at, why);
      }
      var held = found.get();
      at = held.until();
      why = why == null ? held.why() : why;
      if (!held.isKnown()) {
        return new Free(at, why);
      }
    }
  }

  private Optional<Held> held(Instant moment) {
    return away(moment)
        .or(() -> undisturbed(moment))
        .or(
            () ->
                quiet(moment.atZone(zone).toLocalDateTime())
                    .map(why -> new Held(why, endOfQuiet(moment), true)));
  }

  private Optional<Held> away(Instant moment) {
    return absences.stream()
        .filter(away -> away.contains(moment))
        .reduce(Away::longer)
        .map(Away::until)
        .map(until -> new Held(Reason.AWAY, until, true))
        .or(
            () ->
                absences.stream().anyMatch(away -> away.contains(moment))
                    ? Optional.of(new Held(Reason.AWAY, nextDay(moment), false))
                    : Optional.empty());
  }

  private Instant nextDay(Instant moment) {
    return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Optional<Held> undisturbed(Instant moment) {
    return undisturbed.stream()
        .filter(time -> time.contains(moment))
        .max(Comparator.comparing(DoNotDisturb::until))
        .map(time -> new Held(Reason.DO_NOT_DISTURB, time.until(), true));
  }

  /** What they are in by the time that their clock shows. */
  private Optional<Reason> quiet(LocalDateTime local) {
    var quietHours = preference.quietHours();
    if (isPaused(local.toLocalDate())) {
      return Optional.of(Reason.PAUSED);
    }
    if (quietHours.contains(local)) {
      return Optional.of(Reason.QUIET_HOURS);
    }
    return quietHours.weekends() && holidays.test(local.toLocalDate())
        ? Optional.of(Reason.HOLIDAY)
        : Optional.empty();
  }

  private boolean isPaused(LocalDate day) {
    var until = preference.pausedUntil();
    return until != null && day.isBefore(until);
  }

  /**
   * The first moment after a quiet one at which their clock shows a time that is not quiet. It is
   * looked for from one change of the clock to the next: a time that a change skips never comes,
   * and one that comes twice may be past and come again.
   */
  private Instant endOfQuiet(Instant moment) {
    var rules = zone.getRules();
    var from = moment;
    while (true) {
      var offset = rules.getOffset(from);
      var end = endOfQuiet(LocalDateTime.ofInstant(from, offset)).toInstant(offset);
      var change = rules.nextTransition(from);
      if (change == null || end.isBefore(change.getInstant())) {
        return end;
      }
      from = change.getInstant();
    }
  }

  private LocalDateTime endOfQuiet(LocalDateTime quiet) {
    var local = quiet;
    while (true) {
      var why = quiet(local).orElse(null);
      switch (why) {
        case null -> {
          return local;
        }
        case PAUSED -> local = pausedUntil().atStartOfDay();
        default -> local = next(local);
      }
    }
  }

  private LocalDate pausedUntil() {
    return Objects.requireNonNull(preference.pausedUntil());
  }

  /** The next time at which quiet can end: midnight, or the time of day that they chose. */
  private LocalDateTime next(LocalDateTime local) {
    var end = preference.quietHours().until();
    return local.toLocalTime().isBefore(end)
        ? local.toLocalDate().atTime(end)
        : local.toLocalDate().plusDays(1).atTime(LocalTime.MIN);
  }
}
