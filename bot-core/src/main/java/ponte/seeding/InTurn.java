package ponte.seeding;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Of many channels some are read at a time: those in which people spoke last, and of the others,
 * where a question may wait or a channel may sleep, another part each day.
 */
final class InTurn {

  /** So many are read. */
  static final int MOST = 30;

  private static final int LATEST = 15;
  private static final int OTHERS = MOST - LATEST;

  private InTurn() {}

  /**
   * Those to read.
   *
   * @param all the one in which somebody spoke last first
   * @param day the number of the day
   */
  static <T> List<T> of(List<T> all, long day) {
    if (all.size() <= MOST) {
      return all;
    }
    var others = all.subList(LATEST, all.size());
    int from = (int) Math.floorMod(day * OTHERS, (long) others.size());
    return Stream.concat(
            all.subList(0, LATEST).stream(),
            IntStream.range(from, from + OTHERS).mapToObj(i -> others.get(i % others.size())))
        .toList();
  }
}
