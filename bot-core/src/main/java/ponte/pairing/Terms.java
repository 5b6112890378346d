package ponte.pairing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What people talk about as vectors of terms: the more often somebody said a term and the fewer
 * people did, the more it weighs.
 */
final class Terms {

  /** A topic that somebody named themselves counts as much as so many lines about it. */
  private static final int NAMED = 3;

  private final int people;
  private final Map<String, Integer> having = new HashMap<>();

  /**
   * @param people of so many
   */
  Terms(int people) {
    this.people = people;
  }

  /**
   * Counts what one person said.
   *
   * @param said in how many lines each term came up
   * @param named the terms of topics that they named themselves
   * @param hidden the terms of topics that they hide
   */
  Map<String, Double> count(Map<String, Integer> said, Set<String> named, Set<String> hidden) {
    var counts = new HashMap<String, Double>();
    said.forEach((term, count) -> counts.put(term, (double) count));
    named.forEach(term -> counts.merge(term, (double) NAMED, Double::sum));
    counts.keySet().removeAll(hidden);
    counts.keySet().forEach(term -> having.merge(term, 1, Integer::sum));
    return counts;
  }

  /** The counts as a vector of length 1, once everybody was counted; empty where there are none. */
  Map<String, Double> weighed(Map<String, Double> counts) {
    var weighed = new HashMap<String, Double>();
    counts.forEach(
        (term, count) ->
            weighed.put(
                term,
                Math.log1p(count)
                    * Math.log1p((2.0 * people + 1) / (1 + having.getOrDefault(term, 0)))));
    var length = Math.sqrt(weighed.values().stream().mapToDouble(weight -> weight * weight).sum());
    weighed.replaceAll((_, weight) -> weight / length);
    return weighed;
  }
}
