package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.conversation.TimeSpan;

/**
 * What was asked in a channel, by its latest messages in a span.
 *
 * @param extent of the channel before it was read
 * @param absent those who had said nothing
 * @param whole whether no more was said in the span
 * @param times of all messages that were read, the oldest first, in nanoseconds
 */
record Asked(
    Extent extent,
    Absent absent,
    TimeSpan span,
    boolean whole,
    long[] times,
    List<Question> questions) {

  /** An edit that nobody here heard of is in it after that, too. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final long SECOND = 1_000_000_000;

  Asked {
    questions = List.copyOf(questions);
  }

  static long[] times(List<Filed> said) {
    return said.stream().mapToLong(each -> time(each.message().at())).toArray();
  }

  private static long time(Instant at) {
    return at.getEpochSecond() * SECOND + at.getNano();
  }

  /** Whether nothing was said in the channel that may lie after the span. */
  boolean isToTheEnd() {
    var newest = extent.newest();
    return newest == null || newest.isBefore(span.until());
  }

  /** Whether it is what would be read now of a span. */
  boolean holds(Extent now, Absent out, TimeSpan wanted) {
    return !wanted.from().isBefore(span.from())
        && !wanted.until().isBefore(span.until())
        && !wanted.until().isAfter(span.until().plus(LONGEST))
        && extent.equals(now)
        && absent.equals(out);
  }

  /** How many messages of it were said since then. */
  int count(Instant from) {
    return times.length - first(from);
  }

  private int first(Instant from) {
    int found = Arrays.binarySearch(times, time(from));
    int first = found < 0 ? -found - 1 : found;
    while (first > 0 && times[first - 1] == time(from)) {
      first--;
    }
    return first;
  }

  /** Whether it has so many of the latest messages since then, or all. */
  boolean reaches(Instant from, int most) {
    return whole || first(from) > 0 || times.length >= most;
  }

  /** What was asked in so many of the latest messages since then. */
  List<Question> last(Instant from, int most) {
    int first = Math.max(first(from), times.length - most);
    return questions.stream().filter(each -> each.place() >= first).toList();
  }
}
