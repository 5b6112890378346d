package ponte.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ponte.archive.Shape;
import ponte.archive.Spelling;
import ponte.nlp.Language;

/**
 * Words that nobody uses where one that many use is but a slip of the finger away.
 *
 * <p>To be corrected wrongly is worse than not at all: a word that is in the dictionary or for
 * which something stands in is left alone, and so is one that could be several.
 */
final class Misspellings {

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** From this length on two changes are still more likely a slip than another word. */
  private static final int LONG = 8;

  /** A word that somebody did write is misspelt only if so many more write the other. */
  private static final int MUCH_COMMONER = 20;

  /** The other must be this much commoner than what else could be meant. */
  private static final int COMMONER = 2;

  private static final int CANDIDATES = 10;

  private Misspellings() {}

  static List<Wording.Correction> in(Asked asked) {
    var corrections = new ArrayList<Wording.Correction>();
    for (var typed : asked.words()) {
      if (WORD.matcher(typed).matches() && isRare(typed, asked) && !isKnown(typed, asked)) {
        meant(typed, asked)
            .ifPresent(meant -> corrections.add(new Wording.Correction(typed, meant)));
      }
    }
    return corrections;
  }

  private static boolean isRare(String word, Asked asked) {
    return asked.usage().mentions(word).filter(often -> often <= 1).isPresent();
  }

  private static boolean isKnown(String word, Asked asked) {
    for (var language : Language.values()) {
      if (!asked.translations(word, language).isEmpty()) {
        return true;
      }
    }
    return !asked.lacksStandIn(word);
  }

  private static Optional<String> meant(String typed, Asked asked) {
    var word = Asked.lower(typed);
    for (var changes = 1; changes <= (word.length() < LONG ? 1 : 2); changes++) {
      var near = near(word, changes, asked);
      if (near.isEmpty() || !near.get().isEmpty()) {
        return near.flatMap(found -> sure(typed, found, asked));
      }
    }
    return Optional.empty();
  }

  /** The words that are so few changes away; empty while they are not known. */
  private static Optional<List<Spelling>> near(String word, int changes, Asked asked) {
    var near = new ArrayList<Spelling>();
    var shape = new Shape.Near(word, changes);
    var isKnown = true;
    for (var language : Language.values()) {
      var found = asked.usage().spellings(shape, language, CANDIDATES);
      isKnown &= found.isPresent();
      near.addAll(found.orElse(List.of()));
    }
    near.removeIf(each -> each.word().equals(word) || !WORD.matcher(each.word()).matches());
    near.sort((one, other) -> Long.compare(other.conversations(), one.conversations()));
    return isKnown ? Optional.of(near) : Optional.empty();
  }

  private static Optional<String> sure(String typed, List<Spelling> near, Asked asked) {
    var best = near.getFirst();
    var rivals =
        near.stream()
            .filter(each -> !areForms(each.word(), best.word(), asked))
            .mapToLong(Spelling::conversations)
            .max()
            .orElse(0);
    return best.conversations() >= COMMONER * rivals
            && isMuchCommoner(best.word(), typed, asked)
            && !areTwoWords(typed, best.word(), asked)
        ? Optional.of(best.word())
        : Optional.empty();
  }

  /** "Hear" and "heat": who types one word of everyday language seldom means another one. */
  private static boolean areTwoWords(String typed, String other, Asked asked) {
    return asked.nlp().isEveryday(typed)
        && asked.nlp().isEveryday(other)
        && !areForms(Asked.lower(typed), other, asked);
  }

  private static boolean isMuchCommoner(String word, String typed, Asked asked) {
    return asked
        .usage()
        .mentions(typed)
        .map(often -> Math.max(2, MUCH_COMMONER * often))
        .flatMap(least -> asked.usage().mentions(word).filter(often -> often >= least))
        .isPresent();
  }

  private static boolean areForms(String one, String other, Asked asked) {
    for (var language : Language.values()) {
      if (asked.nlp().terms(one, language).equals(asked.nlp().terms(other, language))) {
        return true;
      }
    }
    return false;
  }
}
