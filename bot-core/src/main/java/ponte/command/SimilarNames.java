package ponte.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds names that may be meant by one that does not exist. */
public final class SimilarNames {

  /** For so many letters one slip is forgiven. */
  private static final int LETTERS_A_SLIP = 3;

  private SimilarNames() {}

  /** The names that may be meant, the likeliest first; equal ones in order of the alphabet. */
  public static List<String> to(String wanted, List<String> names, int limit) {
    var typed = key(wanted);
    return names.stream()
        .filter(name -> isSimilar(typed, key(name)))
        .sorted(
            Comparator.comparingInt((String name) -> slips(typed, key(name)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  private static boolean isSimilar(String typed, String name) {
    if (typed.length() >= LETTERS_A_SLIP && (name.contains(typed) || typed.contains(name))) {
      return true;
    }
    return slips(typed, name)
        <= Math.max(1, Math.max(typed.length(), name.length()) / LETTERS_A_SLIP);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[#_\\s-]", "");
  }

  /** Letters left out, put in, mistaken or swapped with the next. */
  private static int slips(String typed, String name) {
    return new DamerauLevenshteinDistance().apply(typed, name);
  }
}
