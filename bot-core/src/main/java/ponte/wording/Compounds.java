package ponte.wording;

import java.util.HashSet;
import java.util.List;
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
        if (asked.isWritten(whole)) {
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
    var shape = Shape.anyOf(hyphenated);
    for (var language : Language.values()) {
      asked
          .usage()
          .spellings(shape, language, 2)
          .orElse(List.of())
          .forEach(found -> asked.standIn(typed, found.word(), language, WORTH));
    }
  }

  /** One word that nobody writes, as two that people do. */
  private static void apart(String typed, String word, Asked asked) {
    if (!asked.isNeverSaid(word)) {
      return;
    }
    var best = "";
    var most = 0L;
    for (var i = SHORTEST_PART; i <= word.length() - SHORTEST_PART; i++) {
      var first = word.substring(0, i);
      var second = word.substring(i);
      if (asked.isWritten(first) & asked.isWritten(second)) {
        var mentions = Math.min(mentions(first, asked), mentions(second, asked));
        if (mentions > most && asked.usage().areSaidTogether(first, second)) {
          best = first + " " + second;
          most = mentions;
        }
      }
    }
    if (most > 0) {
      asked.standIn(typed, best, APART);
    }
  }

  private static long mentions(String words, Asked asked) {
    return asked.usage().mentions(words).orElse(0L);
  }

  /** Two words as one: then it stands for each of them. */
  private static void joined(String one, String next, Asked asked) {
    var whole = Asked.lower(one + next);
    if (LETTERS.matcher(next).matches() && asked.isWritten(whole)) {
      asked.standIn(one, whole, WORTH);
      asked.standIn(next, whole, WORTH);
    }
  }
}
