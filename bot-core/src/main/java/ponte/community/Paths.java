package ponte.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.DefaultEdge;
import ponte.conversation.PersonId;

/**
 * How many ties lie between people who are joined by some way, by the shortest one.
 *
 * @param longest the most between any two: the diameter
 * @param average the mean over all pairs
 */
public record Paths(int longest, double average) {

  /** JGraphT measures these with weights and on heaps, which takes minutes of thousands. */
  static Paths within(Graph<PersonId, DefaultEdge> ties, List<PersonId> people) {
    var numbers = new HashMap<PersonId, Integer>();
    people.forEach(person -> numbers.put(person, numbers.size()));
    var next = new ArrayList<int[]>();
    for (var person : people) {
      next.add(Graphs.neighborListOf(ties, person).stream().mapToInt(numbers::get).toArray());
    }
    int longest = 0;
    long sum = 0;
    var steps = new int[people.size()];
    var line = new int[people.size()];
    for (int start = 0; start < people.size(); start++) {
      Arrays.fill(steps, -1);
      steps[start] = 0;
      line[0] = start;
      int behind = 1;
      for (int at = 0; at < behind; at++) {
        for (int other : next.get(line[at])) {
          if (steps[other] < 0) {
            steps[other] = steps[line[at]] + 1;
            sum += steps[other];
            longest = Math.max(longest, steps[other]);
            line[behind++] = other;
          }
        }
      }
    }
    double pairs = (double) people.size() * (people.size() - 1);
    return new Paths(longest, pairs == 0 ? 0 : sum / pairs);
  }
}
