package ponte.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * A word that is searched for in one language, and what stands in for it.
 *
 * @param own the word's term; null where it has none in this language
 * @param <T> a term as an archive knows it
 */
public record Wish<T extends Wish.Term>(@Nullable T own, List<Other<T>> others) {

  /** A term of a topic. */
  public interface Term {

    String text();

    /** In how many visible conversations it occurs. */
    long frequency();
  }

  /**
   * What stands in for it.
   *
   * @param terms all of them must come up, at least one
   * @param worth of what the word itself is worth
   */
  public record Other<T extends Term>(List<T> terms, double worth) {

    public Other {
      terms = List.copyOf(terms);
    }

    /** In how many visible conversations it occurs, at most. */
    long frequency() {
      return terms.stream().mapToLong(Term::frequency).min().orElse(0);
    }

    private <Q> Q query(Queries<T, Q> queries) {
      if (terms.size() == 1) {
        return queries.term(terms.getFirst(), (float) worth);
      }
      var each = (float) (worth / terms.size());
      return queries.all(terms.stream().map(term -> queries.term(term, each)).toList());
    }
  }

  /**
   * What is known of words.
   *
   * @param <E> what is thrown where it cannot be looked up
   */
  public interface Lexicon<T, E extends Exception> {

    /** The terms that words become in a language, each once, in their order. */
    List<String> terms(String words, Language language);

    T term(String text, Language language) throws E;
  }

  /**
   * How an archive is asked.
   *
   * @param <Q> a query of it
   */
  public interface Queries<T, Q> {

    /** What has a term, scored by it, times its worth. */
    Q term(T term, float worth);

    /** What all of these find; the score is the sum. */
    Q all(List<Q> queries);

    /** What any of these finds; the score is the best. */
    Q best(List<Q> queries);
  }

  public Wish {
    others = List.copyOf(others);
  }

  /** What is searched for in a language, in the order of the topic. */
  public static <T extends Term, E extends Exception> List<Wish<T>> of(
      Sought sought, Language language, Lexicon<T, E> lexicon) throws E {
    var others = others(sought, language, lexicon);
    var wishes = new ArrayList<Wish<T>>();
    for (var own : lexicon.terms(sought.topic(), language)) {
      var standIns = others.remove(own);
      wishes.add(new Wish<>(lexicon.term(own, language), standIns == null ? List.of() : standIns));
    }
    others.values().forEach(standIns -> wishes.add(new Wish<>(null, standIns)));
    return wishes;
  }

  /**
   * Those of which a conversation has to have much to be about the topic: its gist's.
   *
   * @param wishes of the whole topic, by language
   */
  public static <T extends Term> Map<Language, List<Wish<T>>> ofGist(
      Map<Language, List<Wish<T>>> wishes, Sought sought, Lexicon<T, ?> lexicon) {
    if (sought.gist().equals(sought.topic())) {
      return wishes;
    }
    var gist = new EnumMap<Language, List<Wish<T>>>(Language.class);
    wishes.forEach(
        (language, all) -> {
          var terms = Set.copyOf(lexicon.terms(sought.gist(), language));
          gist.put(
              language,
              all.stream()
                  .filter(wish -> wish.own() == null || terms.contains(wish.own().text()))
                  .toList());
        });
    return gist;
  }

  /** What stands in for words and occurs, by the word's term or, where it has none, the word. */
  private static <T extends Term, E extends Exception> Map<String, List<Other<T>>> others(
      Sought sought, Language language, Lexicon<T, E> lexicon) throws E {
    var others = new LinkedHashMap<String, List<Other<T>>>();
    for (var standIn : sought.standIns()) {
      if (standIn.language() == language) {
        var terms = new ArrayList<T>();
        for (var text : lexicon.terms(standIn.other(), language)) {
          terms.add(lexicon.term(text, language));
        }
        var other = new Other<>(terms, standIn.worth());
        if (other.frequency() > 0) {
          var own = lexicon.terms(standIn.word(), language);
          others
              .computeIfAbsent(
                  own.isEmpty() ? standIn.word() : own.getFirst(), _ -> new ArrayList<>())
              .add(other);
        }
      }
    }
    return others;
  }

  /** Those that occur at all, the rarest first; of many the rarest. */
  public static <T extends Term> List<Wish<T>> rarest(Stream<Wish<T>> wishes, int most) {
    return wishes
        .filter(wish -> wish.frequency() > 0)
        .sorted(Comparator.<Wish<T>>comparingLong(Wish::frequency).thenComparing(Wish::name))
        .limit(most)
        .toList();
  }

  /** In how many visible conversations it occurs, about: as its commonest form. */
  public long frequency() {
    var most = own == null ? 0 : own.frequency();
    for (var other : others) {
      most = Math.max(most, other.frequency());
    }
    return most;
  }

  /** By this they are of equal rank where they are equally frequent. */
  private String name() {
    return own == null ? others.getFirst().terms().getFirst().text() : own.text();
  }

  /** All terms that are searched for. */
  public Stream<T> terms() {
    var standing = others.stream().flatMap(other -> other.terms().stream());
    return own == null || own.frequency() == 0 ? standing : Stream.concat(Stream.of(own), standing);
  }

  /** How frequent a term is taken to be: what stands in for a word is no rarer than the word. */
  public long frequencyOf(T term) {
    return own == null ? term.frequency() : Math.max(own.frequency(), term.frequency());
  }

  /**
   * What a conversation has of the word: 1 where it has the word itself, less for what stands in
   * for it.
   */
  public double share(Predicate<T> has) {
    if (own != null && has.test(own)) {
      return 1;
    }
    return others.stream()
        .filter(other -> other.terms().stream().allMatch(has))
        .mapToDouble(Other::worth)
        .max()
        .orElse(0);
  }

  /** What finds it; it occurs. */
  public <Q> Q query(Queries<T, Q> queries) {
    var any = new ArrayList<Q>();
    if (own != null && own.frequency() > 0) {
      any.add(queries.term(own, 1));
    }
    others.forEach(other -> any.add(other.query(queries)));
    return any.size() == 1 ? any.getFirst() : queries.best(any);
  }
}
