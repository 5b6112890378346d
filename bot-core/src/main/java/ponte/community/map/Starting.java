package ponte.community.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ponte.community.map.Surveying.Point;
import ponte.conversation.PersonId;

/**
 * Where people stand before they are given their places: where they stood last time, or beside
 * those they are tied to; where most stood nowhere, around the middle of their group, who has most
 * ties in the midst of it. The same people start in the same places each time.
 */
final class Starting {

  /** Sets one after the other around a middle, evenly: the golden angle. */
  private static final double TURN = Math.PI * (3 - Math.sqrt(5));

  /** How far out most stand, for the square root of how many they are. */
  private static final double USUAL = 1.9;

  private final Ties ties;
  private final int[] groups;
  private final List<PersonId> people;
  private final Map<PersonId, Point> last;
  private final double scale;

  Starting(Ties ties, int[] groups, List<PersonId> people, Map<PersonId, Point> last) {
    this.ties = ties;
    this.groups = groups;
    this.people = people;
    this.last = last;
    this.scale = Math.sqrt(people.size());
  }

  /** Whether most of them stood somewhere last time. */
  boolean again() {
    return 2 * people.stream().filter(last::containsKey).count() > people.size();
  }

  Point[] places() {
    var start = again() ? new Point[people.size()] : inGroups();
    for (var node = 0; node < start.length; node++) {
      var known = last.get(people.get(node));
      if (again()) {
        start[node] = known == null ? beside(node) : times(known);
      }
    }
    return start;
  }

  private Point times(Point place) {
    return new Point(USUAL * scale * place.x(), USUAL * scale * place.y());
  }

  private Point beside(int node) {
    var own = drawn(people.get(node));
    var sumX = 0.0;
    var sumY = 0.0;
    var sum = 0.0;
    for (var i = ties.first(node); i < ties.end(node); i++) {
      var other = last.get(people.get(ties.other(i)));
      if (other != null) {
        sumX += ties.weight(i) * other.x();
        sumY += ties.weight(i) * other.y();
        sum += ties.weight(i);
      }
    }
    return times(
        sum == 0 ? own : new Point(sumX / sum + own.x() / 100, sumY / sum + own.y() / 100));
  }

  private Point[] inGroups() {
    var middles = middles();
    var sizes = new int[middles.length];
    var order =
        IntStream.range(0, people.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(node -> ties.first(node) - ties.end(node))
                    .thenComparing(people::get))
            .toList();
    var places = new Point[people.size()];
    for (int node : order) {
      var middle = middles[groups[node]];
      var rank = sizes[groups[node]]++;
      var angle = rank * TURN;
      var away = Math.sqrt(rank + 0.5);
      places[node] =
          new Point(middle.x() + away * Math.cos(angle), middle.y() + away * Math.sin(angle));
    }
    return places;
  }

  /** Where the middle of each group is: those that are tied near each other. */
  private Point[] middles() {
    var count = Arrays.stream(groups).max().orElse(-1) + 1;
    var from = new int[people.size()];
    var size = 0;
    for (var node = 0; node < people.size(); node++) {
      size += ties.end(node) - ties.first(node);
    }
    var one = new int[size];
    var other = new int[size];
    var weight = new double[size];
    var next = 0;
    var sizes = new double[count];
    for (var node = 0; node < from.length; node++) {
      sizes[groups[node]]++;
      for (var i = ties.first(node); i < ties.end(node); i++) {
        one[next] = groups[node];
        other[next] = groups[ties.other(i)];
        weight[next++] = ties.weight(i);
      }
    }
    var between = Ties.of(count, one, other, weight);
    var x = new double[count];
    var y = new double[count];
    for (var group = 0; group < count; group++) {
      var angle = group * TURN;
      x[group] = scale * Math.sqrt((group + 0.5) / count) * Math.cos(angle);
      y[group] = scale * Math.sqrt((group + 0.5) / count) * Math.sin(angle);
    }
    Layout.placeGroups(between, sizes, x, y);
    return IntStream.range(0, count).mapToObj(i -> new Point(x[i], y[i])).toArray(Point[]::new);
  }

  /** A place by somebody's id alone. */
  private static Point drawn(PersonId person) {
    var bits = person.toString().hashCode() * 0x9E3779B97F4A7C15L;
    bits ^= bits >>> 32;
    bits *= 0xD6E8FEB86659FD93L;
    bits ^= bits >>> 32;
    return new Point((int) bits / 0x1p31, (int) (bits >>> 32) / 0x1p31);
  }
}
