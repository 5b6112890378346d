package ponte.introduction;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells whether two texts ask the same in nearly the same words. A short one is the same where all
 * its words are, in their order, without case, accents and what stands between them. A long one may
 * be told in part, as Ponte cuts it, or with some words changed, as people do who write it twice:
 * it is the same where of all threes of words that follow each other in the shorter one enough are
 * in the other.
 */
public final class SameQuestion {

  /** A text of fewer words has too few threes to be told by them. */
  private static final int LONG = 12;

  private static final int SPAN = 3;

  /** The share of threes; the number is ours, held by the pairs in its test. */
  private static final double ENOUGH = 0.7;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SameQuestion() {}

  /** Texts without words are the same as nothing. */
  public static boolean areOne(String one, String other) {
    var words = words(one);
    var others = words(other);
    if (words.isEmpty() || words.equals(others)) {
      return !words.isEmpty();
    }
    var shorter = words.size() < others.size() ? words : others;
    var longer = words.size() < others.size() ? others : words;
    if (shorter.size() < LONG) {
      return false;
    }
    var threes = threes(shorter);
    var common = new HashSet<>(threes);
    common.retainAll(threes(longer));
    return common.size() >= ENOUGH * threes.size();
  }

  /** A topic without case, accents and needless spaces; C++ and C# stay two. */
  static String folded(String topic) {
    return SPACES.matcher(plain(topic)).replaceAll(" ").strip();
  }

  private static String plain(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return BETWEEN.splitAsStream(plain(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static Set<List<String>> threes(List<String> words) {
    return IntStream.rangeClosed(0, words.size() - SPAN)
        .mapToObj(from -> words.subList(from, from + SPAN))
        .collect(Collectors.toSet());
  }
}
