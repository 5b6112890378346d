package ponte.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says a conversation in a few of its own sentences.
 *
 * <p>One after the other, the sentence is chosen that is worth most: for being like many others
 * ({@link Centrality}), for standing early, for beginning what somebody says, for words that come
 * back in turn after turn; less if it is long, if it says again what was chosen before, or if the
 * same turn was heard already.
 *
 * <p>The weights are round numbers from the middle of a flat field: mail threads, small talk and
 * meetings (development parts of ConvoSumm's mail, DialogSum and QMSum) want them alike, and half
 * or twice one of them moves ROUGE-1 by less than one point.
 */
public final class Summaries {

  private static final double CENTRAL = 2;

  /** From the first sentence, which has it all, to the last. */
  private static final double EARLY = 1;

  /** What opens a conversation; a third of it three turns later. */
  private static final double OPENING = 1;

  private static final double TURNS_OF_OPENING = 2;
  private static final double BEGINS_TURN = 1;
  private static final double EACH_TOPIC = 0.3;
  private static final double SAID_BEFORE = 0.5;
  private static final double HEARD_BEFORE = 1;

  /** More than all else: a sentence without any new word comes behind those with one. */
  private static final double NOTHING_NEW = 100;

  /** For each so many words above so many. */
  private static final double TOO_LONG = 0.5;

  private static final double LONG_WORDS = 30;

  /** A word that comes back in more turns than these is a topic. */
  private static final double TURNS_OF_A_TOPIC = 3;

  /** Shorter first sentences are greetings: the next one begins the turn. */
  private static final int FEWEST_TERMS = 3;

  /**
   * What one speaker says at a time.
   *
   * @param speaker whatever tells one from another
   */
  public record Turn(String speaker, String text) {}

  /**
   * A sentence in its place in a conversation.
   *
   * @param turn the turn it is in; those of one turn stand together
   * @param terms as {@link Nlp#terms} gives them
   */
  public record Sentence(int turn, String speaker, String text, List<String> terms) {
    public Sentence {
      terms = List.copyOf(terms);
    }

    private int words() {
      return text.split("\\s+").length;
    }
  }

  private final List<Sentence> sentences;
  private final List<Set<String>> terms;
  private final Map<String, Double> topics;
  private final double[] worth;
  private final Set<String> said = new HashSet<>();
  private final Map<Integer, Integer> heard = new HashMap<>();

  private Summaries(List<Sentence> sentences) {
    this.sentences = sentences;
    terms =
        sentences.stream()
            .<Set<String>>map(sentence -> new LinkedHashSet<>(sentence.terms()))
            .toList();
    topics = topics();
    worth = worth();
  }

  /** The places of at most so many sentences, the most telling first. */
  static List<Integer> of(List<Sentence> sentences, int limit) {
    var summary = new Summaries(sentences);
    var left = new ArrayList<Integer>();
    for (int i = 0; i < sentences.size(); i++) {
      left.add(i);
    }
    var chosen = new ArrayList<Integer>();
    while (chosen.size() < limit && !left.isEmpty()) {
      var next = summary.best(left);
      left.remove(next);
      chosen.add(next);
      summary.choose(next);
    }
    return chosen;
  }

  private Map<String, Double> topics() {
    var turns = new HashMap<String, Set<Integer>>();
    for (int i = 0; i < sentences.size(); i++) {
      int turn = sentences.get(i).turn();
      terms.get(i).forEach(term -> turns.computeIfAbsent(term, _ -> new HashSet<>()).add(turn));
    }
    var topics = new HashMap<String, Double>();
    turns.forEach(
        (term, in) -> topics.put(term, Math.max(0, Math.log(in.size() / TURNS_OF_A_TOPIC))));
    return topics;
  }

  private double[] worth() {
    var central = Centrality.of(sentences.stream().map(Sentence::terms).toList());
    var worth = new double[sentences.size()];
    var begun = new HashSet<Integer>();
    for (int i = 0; i < worth.length; i++) {
      var sentence = sentences.get(i);
      boolean begins = terms.get(i).size() >= FEWEST_TERMS && begun.add(sentence.turn());
      worth[i] =
          CENTRAL * central[i]
              + EARLY * (1 - (double) i / worth.length)
              + OPENING * Math.exp(-sentence.turn() / TURNS_OF_OPENING)
              + (begins ? BEGINS_TURN : 0)
              - TOO_LONG * Math.max(0, sentence.words() / LONG_WORDS - 1);
    }
    return worth;
  }

  /** The earlier of equal ones. */
  private Integer best(List<Integer> left) {
    var best = left.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (var each : left) {
      double now = worthNow(each);
      if (now > most) {
        most = now;
        best = each;
      }
    }
    return best;
  }

  private double worthNow(int sentence) {
    double topic = 0;
    int again = 0;
    for (var term : terms.get(sentence)) {
      if (said.contains(term)) {
        again++;
      } else {
        topic += topics.getOrDefault(term, 0.0);
      }
    }
    int own = terms.get(sentence).size();
    return worth[sentence]
        + EACH_TOPIC * topic
        - (again == own ? NOTHING_NEW : SAID_BEFORE * again / own)
        - HEARD_BEFORE * heard.getOrDefault(sentences.get(sentence).turn(), 0);
  }

  private void choose(int sentence) {
    said.addAll(terms.get(sentence));
    heard.merge(sentences.get(sentence).turn(), 1, Integer::sum);
  }
}
