package ponte.nlp;

import java.util.Collection;
import java.util.Set;

/** Counts of right and wrong answers. */
final class Score {

  private int found;
  private int missed;
  private int invented;
  private int leftAlone;

  void add(boolean expected, boolean actual) {
    if (expected) {
      found += actual ? 1 : 0;
      missed += actual ? 0 : 1;
    } else {
      invented += actual ? 1 : 0;
      leftAlone += actual ? 0 : 1;
    }
  }

  void add(Set<String> expected, Collection<String> actual) {
    int right = (int) actual.stream().filter(expected::contains).count();
    found += right;
    missed += expected.size() - right;
    invented += actual.size() - right;
  }

  double recall() {
    return (double) found / (found + missed);
  }

  double falseAlarms() {
    return (double) invented / (invented + leftAlone);
  }

  double f1() {
    return 2.0 * found / (2 * found + missed + invented);
  }

  @Override
  public String toString() {
    return "found %d, missed %d, invented %d, left alone %d"
        .formatted(found, missed, invented, leftAlone);
  }
}
