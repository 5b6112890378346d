package ponte.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.nlp.Summaries.Sentence;

/**
 * How central sentences are by the words they share, over the logarithms of their lengths: Mihalcea
 * and Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004.
 */
final class TextRank {

  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 40;

  private TextRank() {}

  static double[] of(List<Sentence> sentences) {
    var terms = sentences.stream().map(sentence -> new HashSet<>(sentence.terms())).toList();
    int size = sentences.size();
    var alike = new float[size][size];
    var all = new double[size];
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        alike[i][j] = alike[j][i] = alike(terms.get(i), terms.get(j));
        all[i] += alike[i][j];
        all[j] += alike[i][j];
      }
    }
    var ranks = new double[size];
    Arrays.fill(ranks, 1);
    for (int round = 0; round < ROUNDS; round++) {
      var next = new double[size];
      Arrays.fill(next, 1 - DAMPING);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          if (alike[i][j] > 0) {
            next[j] += DAMPING * ranks[i] * alike[i][j] / all[i];
          }
        }
      }
      ranks = next;
    }
    return ranks;
  }

  private static float alike(Set<String> one, Set<String> other) {
    if (one.size() < 2 || other.size() < 2) {
      return 0;
    }
    long shared = one.stream().filter(other::contains).count();
    return (float) (shared / (Math.log(one.size()) + Math.log(other.size())));
  }
}
