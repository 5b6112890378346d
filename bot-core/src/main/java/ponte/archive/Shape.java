package ponte.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What words may look like, in lower case and without accents. */
public sealed interface Shape {

  /** Tells which words have it; an archive may know faster. To be made once for many words. */
  Predicate<String> fits();

  /**
   * Words that become this one by so few changes: a letter too many, too few, another one, or two
   * that changed places. The first letter is the same.
   *
   * @param changes 1 or 2, at most
   */
  record Near(String word, int changes) implements Shape {
    public Near {
      if (word.isEmpty() || changes < 1 || changes > 2) {
        throw new IllegalArgumentException(
            "changes to \"" + word + "\" are " + changes + ", must be 1 or 2");
      }
    }

    @Override
    public Predicate<String> fits() {
      var letters = word.codePoints().toArray();
      return other ->
          !other.isEmpty()
              && other.codePointAt(0) == letters[0]
              && changes(letters, other.codePoints().toArray()) <= changes;
    }

    /** Optimal string alignment: two letters that changed places are one change. */
    private static int changes(int[] one, int[] other) {
      var table = new int[one.length + 1][other.length + 1];
      for (var i = 0; i <= one.length; i++) {
        for (var j = 0; j <= other.length; j++) {
          if (i == 0 || j == 0) {
            table[i][j] = i + j;
            continue;
          }
          var same = one[i - 1] == other[j - 1];
          table[i][j] =
              Math.min(
                  table[i - 1][j - 1] + (same ? 0 : 1),
                  1 + Math.min(table[i - 1][j], table[i][j - 1]));
          if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) {
            table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
          }
        }
      }
      return table[one.length][other.length];
    }
  }

  /**
   * Words made of one alternative of each piece, one piece after the other.
   *
   * @param pieces an empty alternative stands for nothing, a piece without alternatives for any one
   *     letter
   */
  record Pieces(List<Set<String>> pieces) implements Shape {
    public Pieces {
      pieces = pieces.stream().map(Set::copyOf).toList();
    }

    @Override
    public Predicate<String> fits() {
      return Pattern.compile(expression()).asMatchPredicate();
    }

    /** As a regular expression, in what Java's and Lucene's have in common. */
    public String expression() {
      return pieces.stream().map(Pieces::expression).collect(Collectors.joining());
    }

    private static String expression(Set<String> alternatives) {
      return alternatives.isEmpty()
          ? "."
          : alternatives.stream()
              .sorted()
              .map(each -> each.isEmpty() ? "()" : each.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0"))
              .collect(Collectors.joining("|", "(", ")"));
    }
  }

  /** These words and no others. */
  static Shape anyOf(Collection<String> words) {
    return new Pieces(List.of(Set.copyOf(words)));
  }

  /** Words of some letters, of which all but the first and the last were counted: k8s. */
  static Shape counted(String first, int between, String last) {
    var pieces = new ArrayList<Set<String>>();
    pieces.add(Set.of(first));
    pieces.addAll(Collections.nCopies(between, Set.of()));
    pieces.add(Set.of(last));
    return new Pieces(pieces);
  }
}
