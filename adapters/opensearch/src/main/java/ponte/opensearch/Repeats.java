package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often a term occurs in a document, in words that are added up: one for each power of two in
 * its frequency less one. So the frequency is read from the index as a score, whatever statistics
 * the index has.
 */
final class Repeats {

  private static final int POWERS = 11;

  /** Oftener is taken for this. */
  static final int MOST = 1 << POWERS;

  private Repeats() {}

  /** What is kept beside a term; nothing of one that occurs once. */
  static List<String> of(String term, int frequency) {
    var beyond = Math.min(MOST, frequency) - 1;
    var words = new ArrayList<String>();
    for (var power = 0; power < POWERS; power++) {
      if ((beyond & 1 << power) != 0) {
        words.add(power + ":" + term);
      }
    }
    return words;
  }

  /** Scores each document that has a term by how often it has it. */
  static Map<String, Object> frequency(String words, String repeats, String term, String name) {
    var more = new ArrayList<Object>();
    for (var power = 0; power < POWERS; power++) {
      more.add(constant(Json.term(repeats, power + ":" + term), 1 << power));
    }
    var named = Map.of("term", Map.of(words, Map.of("value", term, "_name", name)));
    return Map.of("bool", Map.of("must", List.of(constant(named, 1)), "should", more));
  }

  private static Map<String, Object> constant(Object query, int score) {
    return Map.of("constant_score", Map.of("filter", query, "boost", score));
  }
}
