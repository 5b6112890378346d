package ponte.listening;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.conversation.TimeSpan;

/**
 * What was made of the latest messages of a channel in a span, as far as it reaches.
 *
 * @param state of the channel when it was read
 * @param whole whether no more was said in the span
 * @param times of all messages that were read, the oldest first, in nanoseconds
 */
record Reading<T extends Reading.Placed>(
    State state, TimeSpan span, boolean whole, long[] times, Made<T> made) {

  private static final long SECOND = 1_000_000_000;

  /** It was made of a message, and stands at the place of that among those that were read. */
  interface Placed {
    int place();
  }

  /**
   * What tells whether what was read is still what there is.
   *
   * @param changes how often something that was said was changed or taken back
   * @param absent those who had said nothing
   */
  record State(Extent extent, long changes, Absent absent) {

    /** Whether at most something new was said since then. */
    boolean mayGoOnWith(State now) {
      return changes == now.changes
          && absent.equals(now.absent)
          && extent.oldest() != null
          && extent.oldest().equals(now.extent.oldest())
          && extent.messages() < now.extent.messages();
    }

    /** The moment of the latest message, where there is one. */
    @Nullable Instant newest() {
      return extent.newest();
    }

    /** Whether something was said after a span. */
    boolean goesOnAfter(TimeSpan span) {
      var newest = newest();
      return newest != null && !newest.isBefore(span.until());
    }

    /** A moment after all that was said, not before another one. */
    Instant end(Instant until) {
      var newest = newest();
      return newest == null || newest.isBefore(until) ? until : newest.plusNanos(1);
    }
  }

  static <T extends Placed> Reading<T> of(
      State state, TimeSpan span, boolean whole, List<Filed> said, Made<T> made) {
    return new Reading<>(state, span, whole, times(said).toArray(), made);
  }

  private static LongStream times(List<Filed> said) {
    return said.stream().mapToLong(each -> time(each.message().at()));
  }

  private static long time(Instant at) {
    return at.getEpochSecond() * SECOND + at.getNano();
  }

  /** With what was said after it. */
  Reading<T> with(State now, Instant until, List<Filed> news, Made<T> more) {
    return new Reading<>(
        now,
        new TimeSpan(span.from(), until),
        whole,
        LongStream.concat(Arrays.stream(times), times(news)).toArray(),
        more);
  }

  /** Whether nothing was said in the channel that may lie after the span. */
  boolean isToTheEnd() {
    return !state.goesOnAfter(span);
  }

  /** Whether it goes back so far, or to the first thing that was ever said. */
  boolean goesBackTo(Instant from) {
    var oldest = state.extent().oldest();
    return !from.isBefore(span.from())
        || whole && (oldest == null || !oldest.isBefore(span.from()));
  }

  /** How many messages of it were said in a span. */
  int count(TimeSpan wanted) {
    return first(wanted.until()) - first(wanted.from());
  }

  /** The place of the first message that was not said before then. */
  private int first(Instant from) {
    int found = Arrays.binarySearch(times, time(from));
    int first = found < 0 ? -found - 1 : found;
    while (first > 0 && times[first - 1] == time(from)) {
      first--;
    }
    return first;
  }

  /** Whether it has so many of the latest messages of a span, or all. */
  boolean reaches(TimeSpan wanted, int most) {
    return whole || first(wanted.from()) > 0 || first(wanted.until()) >= most;
  }

  /**
   * What was made of a part of the messages.
   *
   * @param since from when on all messages are in it
   */
  record Part<T>(Instant since, List<T> made) {
    Part {
      made = List.copyOf(made);
    }
  }

  /** What was made of all messages of a span. */
  Part<T> all(TimeSpan wanted) {
    return new Part<>(wanted.from(), made(first(wanted.from()), first(wanted.until())));
  }

  /** What was made of so many of the latest messages of a span. */
  Part<T> latest(TimeSpan wanted, int most) {
    int end = first(wanted.until());
    int first = Math.max(first(wanted.from()), end - most);
    var since = first < end ? Instant.EPOCH.plusNanos(times[first]) : wanted.from();
    return new Part<>(since, made(first, end));
  }

  private List<T> made(int first, int end) {
    return made.items().stream()
        .filter(each -> each.place() >= first && each.place() < end)
        .toList();
  }
}
