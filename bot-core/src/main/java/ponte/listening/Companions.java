package ponte.listening;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.nlp.Surprise;

/**
 * What comes up with a topic in talks apart, and more often than elsewhere. A word that has none is
 * one that people use for one thing here and for another there: those who use it do not speak of
 * the same.
 *
 * @param terms as {@link Gists#code} has them, the most surprising first
 */
record Companions(List<Integer> terms) {

  /** Of so many that a topic is one. */
  private static final int FEWEST = 3;

  /** Said with it in so many talks. */
  private static final int TALKS = 2;

  /** Of so many people, or of a third of those who speak of it where they are few. */
  private static final int PEOPLE = 3;

  private static final int FEWEST_PEOPLE = 2;

  /** Once in a thousand by chance. */
  private static final double SURPRISE = 10.83;

  Companions {
    terms = List.copyOf(terms);
  }

  private static final class Times {
    private final Set<Integer> talks = new HashSet<>();
    private final Set<Integer> people = new HashSet<>();
    private int messages;
  }

  private record Companion(int term, double surprise) {}

  static Companions of(Look.Named topic, Wave.Side said, Mentions mentions) {
    var own = new HashSet<Integer>();
    topic.wordings().forEach(each -> Arrays.stream(each).forEach(own::add));
    var beside = beside(said.talks(), own);
    int fewest = Math.clamp(said.distinct(Spoken::person) / 3 + 1, FEWEST_PEOPLE, PEOPLE);
    long of = said.spoken().size();
    long all = mentions.all().count();
    return new Companions(
        beside.entrySet().stream()
            .filter(each -> each.getValue().talks.size() >= TALKS)
            .filter(each -> each.getValue().people.size() >= fewest)
            .map(each -> companion(each.getKey(), each.getValue().messages, of, all, mentions))
            .filter(each -> each.surprise() >= SURPRISE)
            .sorted(
                Comparator.comparingDouble((Companion each) -> -each.surprise())
                    .thenComparing(Companion::term))
            .map(Companion::term)
            .toList());
  }

  private static Map<Integer, Times> beside(List<List<Spoken>> talks, Set<Integer> own) {
    var beside = new HashMap<Integer, Times>();
    for (int talk = 0; talk < talks.size(); talk++) {
      for (var each : talks.get(talk)) {
        for (int term : Arrays.stream(each.terms()).distinct().toArray()) {
          if (!own.contains(term)) {
            var times = beside.computeIfAbsent(term, _ -> new Times());
            times.talks.add(talk);
            times.people.add(each.person());
            times.messages++;
          }
        }
      }
    }
    return beside;
  }

  private static Companion companion(int term, int with, long of, long all, Mentions mentions) {
    long everywhere = Math.max(with, mentions.of(Mentions.single(term)).size());
    boolean more = with * all > everywhere * of;
    return new Companion(
        term, more ? new Surprise(with, of, everywhere - with, all - of).ratio() : 0);
  }

  /** Whether what was said of the topic is about the same. */
  boolean makeOne() {
    return terms.size() >= FEWEST;
  }
}
