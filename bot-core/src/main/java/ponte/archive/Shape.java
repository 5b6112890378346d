package ponte.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What words may look like, in lower case and without accents. */
public sealed interface Shape {

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
