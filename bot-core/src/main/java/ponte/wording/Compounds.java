package ponte.wording;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.archive.Shape;
import ponte.nlp.Language;

/**
 * Words that some write apart, some with a hyphen and some as one: data base, e-mail, type-script.
 */
final class Compounds {

  private static final double WORTH = 0.9;

  /** What only its parts say is less sure to be meant. */
  private static final double APART = 0.7;

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{4,}");
  private static final Pattern JOINT = Pattern.compile("(?<=\\p{L})[-_./](?=\\p{L})");
  private static final int SHORTEST_PART = 3;

  private Compounds() {}

  static void read(Asked asked) {
    var words = asked.words();
    for (var i = 0; i < words.size(); i++) {
      var word = Asked.lower(words.get(i));
      if (LETTERS.matcher(word).matches()) {
        hyphenated(words.get(i), word, asked);
        apart(words.get(i), word, asked);
        if (i + 1 < words.size()) {
          joined(words.get(i), words.get(i + 1), asked);
        }
      } else if (JOINT.matcher(word).find()) {
        var whole = JOINT.matcher(word).replaceAll("");
        if (isWritten(whole, asked)) {
          asked.standIn(words.get(i), whole, WORTH);
        }
      }
    }
  }

  private static void hyphenated(String typed, String word, Asked asked) {
    var hyphenated = new HashSet<String>();
    for (var i = 1; i < word.length(); i++) {
      hyphenated.add(word.substring(0, i) + "-" + word.substring(i));
    }
    for (var language : Language.values()) {
      for (var found : asked.spellings(Shape.anyOf(hyphenated), language, 2)) {
        asked.standIn(typed, found.word(), language, WORTH);
      }
    }
  }

  /** One word that nobody writes, as two that people do. */
  private static void apart(String typed, String word, Asked asked) {
    if (asked.mentions(word) > 0) {
      return;
    }
    var best = "";
    var most = 0L;
    for (var i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      var parts = word.substring(0, i) + " " + word.substring(i);
      var first = word.substring(0, i);
      if (isWritten(first, asked) && isWritten(word.substring(i), asked)) {
        var mentions = Math.min(asked.mentions(first), asked.mentions(word.substring(i)));
        if (mentions > most && asked.areSaidTogether(first, word.substring(i))) {
          best = parts;
          most = mentions;
        }
      }
    }
    if (most > 0) {
      asked.standIn(typed, best, APART);
    }
  }

  /** Two words as one: then it stands for each of them. */
  private static void joined(String one, String next, Asked asked) {
    var whole = Asked.lower(one + next);
    if (LETTERS.matcher(next).matches() && isWritten(whole, asked)) {
      asked.standIn(one, whole, WORTH);
      asked.standIn(next, whole, WORTH);
    }
  }

  static boolean isWritten(String word, Asked asked) {
    var shape = Shape.anyOf(Set.of(word));
    for (var language : Language.values()) {
      if (!asked.spellings(shape, language, 1).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
