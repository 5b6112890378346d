package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word that is searched for in one language, and what stands in for it.
 *
 * @param own the word's term; null where it has none in this language
 */
record Wish(@Nullable TopicTerm own, List<Other> others) {

  /**
   * What stands in for it.
   *
   * @param terms all of them must come up, at least one
   */
  record Other(List<TopicTerm> terms, double worth) {

    long frequency() {
      return terms.stream().mapToLong(TopicTerm::frequency).min().orElse(0);
    }

    private Object query(Scoring scoring) {
      var each = worth / terms.size();
      return terms.size() == 1
          ? scoring.query(terms.getFirst(), (float) worth)
          : Map.of(
              "bool",
              Map.of(
                  "must", terms.stream().map(term -> scoring.query(term, (float) each)).toList()));
    }
  }

  /** How a term is scored. */
  interface Scoring {
    Object query(TopicTerm term, float worth);
  }

  Wish {
    others = List.copyOf(others);
  }

  /** In how many visible conversations it occurs, about: as its commonest form. */
  long frequency() {
    var most = own == null ? 0 : own.frequency();
    for (var other : others) {
      most = Math.max(most, other.frequency());
    }
    return most;
  }

  /** By this they are of equal rank where they are equally frequent. */
  String name() {
    return own == null ? others.getFirst().terms().getFirst().text() : own.text();
  }

  /** All terms that are searched for. */
  Stream<TopicTerm> terms() {
    var standing = others.stream().flatMap(other -> other.terms().stream());
    return own == null || own.frequency() == 0 ? standing : Stream.concat(Stream.of(own), standing);
  }

  /** How frequent a term is taken to be: what stands in for a word is no rarer than the word. */
  long frequencyOf(TopicTerm term) {
    return own == null ? term.frequency() : Math.max(own.frequency(), term.frequency());
  }

  /**
   * What a conversation has of the word: 1 where it has the word itself, less for what stands in
   * for it.
   *
   * @param names of the terms it has
   */
  double share(Set<String> names) {
    Function<TopicTerm, Boolean> has = term -> names.contains(term.name());
    if (own != null && has.apply(own)) {
      return 1;
    }
    return others.stream()
        .filter(other -> other.terms().stream().allMatch(has::apply))
        .mapToDouble(Other::worth)
        .max()
        .orElse(0);
  }

  Object query(Scoring scoring) {
    var any = new ArrayList<Object>();
    if (own != null && own.frequency() > 0) {
      any.add(scoring.query(own, 1));
    }
    others.forEach(other -> any.add(other.query(scoring)));
    return any.size() == 1
        ? any.getFirst()
        : Map.of("dis_max", Map.of("queries", any, "tie_breaker", 0));
  }
}
