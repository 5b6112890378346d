package ponte.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * Acronyms and what they are short for, as people explain them in passing: "GDPR (General Data
 * Protection Regulation)", or the other way round, or by saying now the one and now the other.
 */
final class Acronyms {

  private static final double WORTH = 0.9;

  private static final Pattern ACRONYM = Pattern.compile("\\p{L}{2,6}");
  private static final int LONGEST = 6;

  /** A shorter last word in full is chance. */
  private static final int SHORTEST_PART = 3;

  /** So many conversations about an acronym are read for what it is short for. */
  private static final int READ = 12;

  /** Of so many acronyms in a topic. */
  private static final int LOOKED_UP = 2;

  /** Outside brackets the same words must have been said so often. */
  private static final int OFTEN = 2;

  private Acronyms() {}

  /**
   * An acronym and what it is short for.
   *
   * @param typed the words of the topic, one after the other: an acronym, or what one is short for
   * @param other the other one of the two
   * @param language that in which what is written out was said; null: the other is the acronym
   */
  record Meaning(List<String> typed, String other, @Nullable Language language) {}

  static void read(Asked asked) {
    for (var meaning : in(asked)) {
      var language = meaning.language();
      for (var word : meaning.typed()) {
        if (language == null) {
          asked.standIn(word, meaning.other(), WORTH);
        } else {
          asked.standIn(word, meaning.other(), language, WORTH);
        }
      }
    }
  }

  /** The acronyms of a topic, and those for what it writes out. */
  static List<Meaning> in(Asked asked) {
    var meanings = new ArrayList<Meaning>();
    var lookedUp = 0;
    for (var typed : asked.words()) {
      if (lookedUp < LOOKED_UP && mayBeAcronym(typed, asked)) {
        lookedUp++;
        var language = asked.languages().getFirst();
        meanings.addAll(asked.usage().explained(typed, language, () -> writtenOut(typed, asked)));
      }
    }
    abbreviated(asked, meanings);
    return meanings;
  }

  /** What may be the acronyms of words one after the other: their first letters, in lower case. */
  static Set<String> initialsIn(List<String> words) {
    var all = new HashSet<String>();
    for (var from = 0; from < words.size(); from++) {
      for (var until = from + 2; until <= Math.min(words.size(), from + LONGEST); until++) {
        all.add(initials(words.subList(from, until)));
      }
    }
    return all;
  }

  /** What the dictionary has is a word; any other short one may be an acronym. */
  private static boolean mayBeAcronym(String typed, Asked asked) {
    return ACRONYM.matcher(typed).matches()
        && (typed.equals(typed.toUpperCase(Locale.ROOT))
            || asked.languages().stream()
                .allMatch(language -> asked.translations(typed, language).isEmpty()))
        && asked.isSaid(typed);
  }

  private static List<Meaning> writtenOut(String typed, Asked asked) {
    var meanings = new ArrayList<Meaning>();
    var letters = Asked.lower(typed);
    var said = new HashMap<String, Integer>();
    var languages = new HashMap<String, Language>();
    for (var text : asked.usage().saidAbout(typed, READ)) {
      var language = asked.nlp().language(text).orElse(asked.languages().getFirst());
      var words = asked.nlp().words(text, language);
      for (var from = 0; from < words.size(); from++) {
        var until = end(words, from, letters, asked, language);
        if (until > from) {
          var phrase = Asked.lower(String.join(" ", words.subList(from, until)));
          said.merge(phrase, isExplained(text, phrase, letters) ? OFTEN : 1, Integer::sum);
          languages.put(phrase, language);
        }
      }
    }
    for (var phrase : said.entrySet()) {
      if (phrase.getValue() >= OFTEN) {
        meanings.add(
            new Meaning(
                List.of(typed),
                phrase.getKey(),
                languages.getOrDefault(phrase.getKey(), Language.ENGLISH)));
      }
    }
    return meanings;
  }

  /**
   * Where words end that begin with these letters, one after the other, the last of which may be
   * there in full (vdom); small words between them may have no letter; {@code from} where they do
   * not.
   */
  private static int end(
      List<String> words, int from, String letters, Asked asked, Language language) {
    var at = from;
    for (var letter = 0; letter < letters.length(); at++) {
      if (at >= words.size() || words.get(at).equalsIgnoreCase(letters)) {
        return from;
      }
      var word = words.get(at);
      if (letter > 0
          && letters.length() - letter >= SHORTEST_PART
          && Asked.lower(word).equals(letters.substring(letter))) {
        letter = letters.length();
      } else if (Asked.lower(word).charAt(0) == letters.charAt(letter) && word.length() > 1) {
        letter++;
      } else if (letter == 0 || !asked.nlp().terms(word, language).isEmpty()) {
        return from;
      }
    }
    return at;
  }

  /** Whether the one stands in brackets behind the other. */
  private static boolean isExplained(String text, String phrase, String letters) {
    var lower = Asked.lower(text).replaceAll("[^\\p{L}\\p{N}()]+", " ");
    return lower.contains(phrase + " (" + letters + ")")
        || lower.contains(letters + " (" + phrase + ")");
  }

  /** Words of the topic, one after the other, that people say by their first letters. */
  private static void abbreviated(Asked asked, List<Meaning> meanings) {
    var words = asked.words();
    for (var from = 0; from + 1 < words.size(); from++) {
      for (var until = Math.min(words.size(), from + LONGEST); until > from + 1; until--) {
        var phrase = words.subList(from, until);
        var acronym =
            Stream.of(initials(phrase), endingInFull(phrase))
                .filter(brief -> ACRONYM.matcher(brief).matches())
                .filter(asked::isWritten)
                .filter(brief -> asked.usage().areSaidTogether(brief, String.join(" ", phrase)))
                .findFirst();
        if (acronym.isPresent()) {
          meanings.add(new Meaning(List.copyOf(phrase), acronym.get(), null));
          from = until - 1;
          break;
        }
      }
    }
  }

  /** As initials, the last word in full: vdom for a virtual DOM. */
  private static String endingInFull(List<String> phrase) {
    return initials(phrase.subList(0, phrase.size() - 1)) + Asked.lower(phrase.getLast());
  }

  private static String initials(List<String> phrase) {
    var initials = new StringBuilder();
    phrase.forEach(word -> initials.append(Asked.lower(word).charAt(0)));
    return initials.toString();
  }
}
