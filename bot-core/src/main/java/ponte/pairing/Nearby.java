package ponte.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Of many people those who are worth a look for each: all of them where they are few; else those
 * who know what one needs, those who teach or show around, and some by chance. What is kept for
 * each is bounded, so that thousands are matched in seconds.
 */
final class Nearby {

  /** Of so few each looks at all others. */
  static final int FEW = 400;

  /** A term that more people than that know tells nobody from others. */
  private static final int COMMON = 300;

  private static final int KNOWING = 32;
  private static final int BY_CHANCE = 24;
  private static final int TRIES = 240;
  private static final int BEST = 12;
  private static final int OTHERS = 4;

  private final List<Candidate> people;
  private final RandomGenerator chance;
  private final Map<String, List<Integer>> knowing = new HashMap<>();
  private final List<Integer> helpers = new ArrayList<>();

  Nearby(List<Candidate> people, RandomGenerator chance) {
    this.people = people;
    this.chance = chance;
    for (var i = 0; i < people.size(); i++) {
      var candidate = people.get(i);
      for (var term : candidate.knowledge().knows().keySet()) {
        knowing.computeIfAbsent(term, _ -> new ArrayList<>()).add(i);
      }
      if (!candidate.part().roles().isEmpty()) {
        helpers.add(i);
      }
    }
  }

  /**
   * Somebody whom another may meet.
   *
   * @param place among all people
   */
  record Neighbour(int place, Fit.Match match) {}

  /** Those who are worth a look, the best first and some others after them. */
  List<Neighbour> of(int person) {
    if (people.size() <= FEW) {
      return matches(person, others(person));
    }
    var looked = new LinkedHashSet<Integer>(knowing(person));
    if (people.get(person).part().isNew() || !people.get(person).part().learns().isEmpty()) {
      looked.addAll(helpers);
    }
    looked.remove(person);
    var sought = matches(person, looked);
    var drawn = drawn(person, looked);
    var all = new ArrayList<>(sought);
    all.addAll(drawn);
    all.sort(BY_WEIGHT);
    var kept = new ArrayList<>(all.subList(0, Math.min(BEST, all.size())));
    drawn.stream().filter(each -> !kept.contains(each)).limit(OTHERS).forEach(kept::add);
    return kept;
  }

  private static final Comparator<Neighbour> BY_WEIGHT =
      Comparator.<Neighbour>comparingInt(each -> -each.match().weight())
          .thenComparingInt(Neighbour::place);

  private Set<Integer> others(int person) {
    var others = new LinkedHashSet<Integer>();
    for (var i = 0; i < people.size(); i++) {
      if (i != person) {
        others.add(i);
      }
    }
    return others;
  }

  private List<Neighbour> matches(int person, Set<Integer> others) {
    var matches = new ArrayList<Neighbour>();
    for (var other : others) {
      Fit.of(people.get(person), people.get(other))
          .ifPresent(match -> matches.add(new Neighbour(other, match)));
    }
    return matches;
  }

  /** Those who know most of what somebody needs. */
  private List<Integer> knowing(int person) {
    var scores = new HashMap<Integer, Double>();
    people
        .get(person)
        .knowledge()
        .needs()
        .forEach(
            (term, weight) -> {
              var having = knowing.getOrDefault(term, List.of());
              if (having.size() <= COMMON) {
                for (var other : having) {
                  var known = people.get(other).knowledge().knows().getOrDefault(term, 0.0);
                  scores.merge(other, weight * known, Double::sum);
                }
              }
            });
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(KNOWING)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Neighbour> drawn(int person, Set<Integer> known) {
    var drawn = new LinkedHashSet<Integer>(known);
    var matches = new ArrayList<Neighbour>();
    for (var i = 0; i < TRIES && matches.size() < BY_CHANCE; i++) {
      var other = chance.nextInt(people.size());
      if (other != person && drawn.add(other)) {
        Fit.of(people.get(person), people.get(other))
            .ifPresent(match -> matches.add(new Neighbour(other, match)));
      }
    }
    return matches;
  }
}
