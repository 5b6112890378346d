package ponte.wording;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.archive.Shape;
import ponte.nlp.Language;

/** Long words of which the middle letters are counted: k8s, i18n, a11y. */
final class Numeronyms {

  private static final Pattern NUMERONYM = Pattern.compile("(\\p{L})(\\d{1,2})(\\p{L})");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** Of fewer letters nobody counts them: b2b and p2p are something else. */
  private static final int LEAST_COUNTED = 4;

  private static final int CANDIDATES = 10;

  /** A word this much commoner than the next is meant, also where nobody says both. */
  private static final int COMMONER = 3;

  private Numeronyms() {}

  static void read(Asked asked) {
    for (var typed : asked.words()) {
      var word = Asked.lower(typed);
      var parts = NUMERONYM.matcher(word);
      if (parts.matches()) {
        var counted = Integer.parseInt(parts.group(2));
        if (counted >= LEAST_COUNTED) {
          var shape = Shape.counted(parts.group(1), counted, parts.group(3));
          for (var language : Language.values()) {
            written(typed, shape, language, asked);
          }
        }
      } else {
        var counted = counted(word);
        if (counted != null) {
          asked.standIn(typed, counted, 1);
        }
      }
    }
  }

  /** A word with its middle letters counted; null where it is too short. */
  static @Nullable String counted(String word) {
    if (!WORD.matcher(word).matches() || word.length() < LEAST_COUNTED + 2) {
      return null;
    }
    var between = word.length() - 2;
    return word.charAt(0) + "" + between + word.charAt(between + 1);
  }

  /** Those words of the shape that are said together with it; else the one that is commonest. */
  private static void written(String typed, Shape shape, Language language, Asked asked) {
    var found =
        asked.usage().spellings(shape, language, CANDIDATES).stream()
            .flatMap(List::stream)
            .filter(each -> WORD.matcher(each.word()).matches())
            .toList();
    var together =
        found.stream().filter(each -> asked.usage().areSaidTogether(typed, each.word())).toList();
    if (!together.isEmpty()) {
      together.forEach(each -> asked.standIn(typed, each.word(), language, 1));
    } else if (!found.isEmpty()
        && (found.size() == 1
            || found.getFirst().conversations() >= COMMONER * found.get(1).conversations())) {
      asked.standIn(typed, found.getFirst().word(), language, 1);
    }
  }
}
