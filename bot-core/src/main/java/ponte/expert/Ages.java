package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ponte.archive.Found;
import ponte.archive.Found.Part;
import ponte.archive.Held;

/**
 * How old things are, in a workspace's own pace: what is a day where thousands write is a week
 * where few do. Ages count from now, but from a month after the last word at most, for in an
 * archive of long ago all would be the same.
 */
final class Ages {

  private static final Duration LONGEST_SILENCE = Duration.ofDays(30);

  private static final double DAY = Duration.ofDays(1).toMillis();

  /** Ages count in days where half of what was written of late is so many days old. */
  private static final double IN_DAYS = 40;

  /** Of a workspace that began this minute: the unit is never 0. */
  private static final double YOUNGEST = 1.0 / (24 * 60);

  private final Instant today;
  private final double unit;

  /**
   * @param pace the power of the workspace's own pace that counts, 0 to 1; 0: ages are days
   * @param found conversations about a topic
   * @param latest conversations of late, which tell the pace
   */
  Ages(double pace, Instant now, List<Found> found, List<Held> latest) {
    this.today = today(now, found, latest);
    var days =
        latest.stream()
            .flatMap(each -> each.parts().stream())
            .mapToDouble(this::days)
            .sorted()
            .toArray();
    var median = days.length == 0 ? IN_DAYS : Math.max(YOUNGEST, days[days.length / 2]);
    this.unit = Math.pow(median / IN_DAYS, pace);
  }

  /** How long ago somebody last wrote in a conversation. */
  double of(Part part) {
    return days(part) / unit;
  }

  private double days(Part part) {
    return Math.max(0, today.toEpochMilli() - part.last().toEpochMilli()) / DAY;
  }

  private static Instant today(Instant now, List<Found> found, List<Held> latest) {
    var newest =
        parts(found, latest).map(Part::last).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    var end = newest.plus(LONGEST_SILENCE);
    return now.isAfter(end) ? end : now;
  }

  static Stream<Part> parts(List<Found> found, List<Held> latest) {
    return Stream.concat(
        found.stream().flatMap(each -> each.parts().stream()),
        latest.stream().flatMap(each -> each.parts().stream()));
  }
}
