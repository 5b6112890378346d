package ponte.digest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names that may be meant by one that does not exist. */
final class SimilarNames {

  /** For so many letters one slip is forgiven. */
  private static final int LETTERS_A_SLIP = 3;

  private SimilarNames() {}

  /** The names that may be meant, the likeliest first; equal ones in order of the alphabet. */
  static List<String> to(String wanted, List<String> names, int limit) {
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
    int forgiven = Math.max(1, Math.max(typed.length(), name.length()) / LETTERS_A_SLIP);
    return slips(typed, name) <= forgiven;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[#_\\s-]", "");
  }

  /** Letters left out, put in, mistaken or swapped with the next: optimal string alignment. */
  private static int slips(String from, String to) {
    var slips = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int mistaken = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        slips[i][j] =
            Math.min(
                slips[i - 1][j - 1] + mistaken, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[from.length()][to.length()];
  }
}
