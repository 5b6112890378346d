package ponte.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * How much of what people wrote a summary says: F1 of single words, of pairs of words, and of the
 * longest common sequence of words; 0 to 1.
 *
 * <p>Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004, as the package
 * rouge-score counts it: lower case, everything but a-z and 0-9 separates words, words of more than
 * three letters stemmed by Porter (1980; rouge-score's own variant of it differs in words such as
 * "ties"), the sequence over the whole text. Of several references the one that gives most, for
 * each measure by itself.
 */
record Rouge(double one, double two, double longest) {

  private static final int UNSTEMMED_LETTERS = 3;

  static Rouge of(String summary, List<String> references) {
    var best = new Rouge(0, 0, 0);
    var words = words(summary);
    for (var reference : references) {
      var gold = words(reference);
      best =
          new Rouge(
              Math.max(best.one, overlap(words, gold, 1)),
              Math.max(best.two, overlap(words, gold, 2)),
              Math.max(best.longest, f1(common(words, gold), words.size(), gold.size())));
    }
    return best;
  }

  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var stemmer = new PorterStemmer();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (word.length() > UNSTEMMED_LETTERS) {
        stemmer.setCurrent(word);
        stemmer.stem();
        words.add(stemmer.getCurrent());
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** F1 of runs of so many words. */
  static double overlap(List<String> summary, List<String> gold, int length) {
    var expected = counts(gold, length);
    int shared = 0;
    for (var each : counts(summary, length).entrySet()) {
      shared += Math.min(each.getValue(), expected.getOrDefault(each.getKey(), 0));
    }
    return f1(shared, summary.size() - length + 1, gold.size() - length + 1);
  }

  private static Map<List<String>, Integer> counts(List<String> words, int length) {
    var counts = new HashMap<List<String>, Integer>();
    for (int i = 0; i + length <= words.size(); i++) {
      counts.merge(words.subList(i, i + length), 1, Integer::sum);
    }
    return counts;
  }

  /** How many words the longest sequence has that is in both, whatever stands between them. */
  private static int common(List<String> one, List<String> other) {
    var row = new int[other.size() + 1];
    for (var word : one) {
      var above = Arrays.copyOf(row, row.length);
      for (int i = 1; i < row.length; i++) {
        row[i] = word.equals(other.get(i - 1)) ? above[i - 1] + 1 : Math.max(above[i], row[i - 1]);
      }
    }
    return row[other.size()];
  }

  private static double f1(int shared, int found, int gold) {
    return shared == 0 ? 0 : 2.0 * shared / (found + gold);
  }
}
