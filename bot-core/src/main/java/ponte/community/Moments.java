package ponte.community;

import java.time.Instant;
import java.util.Arrays;
import ponte.conversation.TimeSpan;

/**
 * What happened when, between two people who are numbers: in sixteen bytes each, since a workspace
 * has hundreds of thousands.
 */
final class Moments {

  private long[] at = new long[16];
  private int[] from = new int[16];
  private int[] to = new int[16];
  private int size;

  /** Takes what happened in a span. */
  interface Each {
    void take(long at, int from, int to);
  }

  void add(Instant moment, int one, int other) {
    if (size == at.length) {
      at = Arrays.copyOf(at, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    at[size] = moment.toEpochMilli();
    from[size] = one;
    to[size] = other;
    size++;
  }

  int size() {
    return size;
  }

  /** In the order in which they were added; times are told to the millisecond. */
  void in(TimeSpan span, Each each) {
    var first = millis(span.from());
    var behind = millis(span.until());
    for (int i = 0; i < size; i++) {
      if (at[i] >= first && at[i] < behind) {
        each.take(at[i], from[i], to[i]);
      }
    }
  }

  /** The first and the last moment of all stand for what lies beyond milliseconds. */
  private static long millis(Instant moment) {
    if (moment.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
      return Long.MIN_VALUE;
    }
    return moment.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))
        ? Long.MAX_VALUE
        : moment.toEpochMilli();
  }
}
