package ponte.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
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

    private Query query() {
      if (terms.size() == 1) {
        return new BoostQuery(terms.getFirst().query(), (float) worth);
      }
      var all = new BooleanQuery.Builder();
      terms.forEach(term -> all.add(term.query(), Occur.MUST));
      return new BoostQuery(all.build(), (float) (worth / terms.size()));
    }
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
    return own == null ? others.getFirst().terms().getFirst().term().text() : own.term().text();
  }

  /** All terms, those taken to be no rarer than the word's own. */
  Stream<TopicTerm> terms() {
    if (own == null || own.frequency() == 0) {
      return others.stream().flatMap(other -> other.terms().stream());
    }
    return Stream.concat(
        Stream.of(own),
        others.stream()
            .flatMap(other -> other.terms().stream())
            .map(term -> term.noRarerThan(own.frequency())));
  }

  Query query() {
    if (own != null && others.isEmpty()) {
      return own.query();
    }
    var any = new ArrayList<Query>();
    if (own != null && own.frequency() > 0) {
      any.add(own.query());
    }
    others.forEach(other -> any.add(other.query()));
    return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
  }
}
