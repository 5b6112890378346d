package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import ponte.command.Command.Period;
import ponte.conversation.TimeSpan;

/**
 * The span that a digest looks over.
 *
 * @param remarks what a reader must know about it
 */
record Lookback(TimeSpan span, List<Digest.Remark> remarks) {

  private static final int SHORT_MONTH = 30;

  Lookback {
    remarks = List.copyOf(remarks);
  }

  /** The span of a period that somebody wants at this moment. */
  static Lookback over(Period period, Instant now, ZoneId zone, DigestRules.Span rules) {
    var wanted =
        period instanceof Period.LastDays(var days)
            ? new Period.LastDays(Math.min(days, rules.mostDays() + 1))
            : period;
    var span = wanted.span(now, zone, rules.usual());
    return isMonth(period, rules) || wasShown(period, span, rules)
        ? new Lookback(span, List.of())
        : within(span, now, rules);
  }

  /** The span from a moment up to this one. */
  static Lookback since(Instant from, Instant now, DigestRules.Span rules) {
    return within(new TimeSpan(from, now), now, rules);
  }

  /** The last days of a span that is too long; those that are still to come are none of them. */
  private static Lookback within(TimeSpan span, Instant now, DigestRules.Span rules) {
    if (!isTooLong(span, rules)) {
      return new Lookback(span, List.of());
    }
    var past =
        span.until().isAfter(now) && span.from().isBefore(now)
            ? new TimeSpan(span.from(), now)
            : span;
    return isTooLong(past, rules)
        ? new Lookback(
            TimeSpan.before(past.until(), Duration.ofDays(rules.mostDays())),
            List.of(new Digest.Remark.Shortened(rules.mostDays())))
        : new Lookback(past, List.of());
  }

  private static boolean isTooLong(TimeSpan span, DigestRules.Span rules) {
    // The clocks change within some months: a span of as many days may be an hour longer.
    return span.length().compareTo(Duration.ofDays(rules.mostDays()).plusHours(1)) > 0;
  }

  /** What a digest had is all there again, the longest month, too. */
  private static boolean wasShown(Period period, TimeSpan span, DigestRules.Span rules) {
    return period instanceof Period.Between
        && span.length().compareTo(Duration.ofDays(rules.mostDays() + 1).plusHours(1)) <= 0;
  }

  /** A month of 31 days is shown whole where one of 30 is. */
  private static boolean isMonth(Period period, DigestRules.Span rules) {
    return period instanceof Period.Dates(var first, var last)
        && rules.mostDays() >= SHORT_MONTH
        && first.getDayOfMonth() == 1
        && last.equals(first.with(TemporalAdjusters.lastDayOfMonth()));
  }

  /** The usual span up to the last thing that was said. */
  static Lookback upTo(Instant last, DigestRules.Span rules) {
    return new Lookback(
        TimeSpan.before(last.plusNanos(1), rules.usual()), List.of(new Digest.Remark.Quiet(last)));
  }

  Lookback from(Instant later, Digest.Remark because) {
    return new Lookback(new TimeSpan(later, span.until()), remarks).remarking(because);
  }

  Lookback remarking(Digest.Remark remark) {
    var more = new ArrayList<>(remarks);
    more.add(remark);
    return new Lookback(span, more);
  }
}
