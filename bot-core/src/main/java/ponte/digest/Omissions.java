package ponte.digest;

import java.util.List;
import java.util.regex.Pattern;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Which words may be left out of a sentence so that it says less and nothing else: what describes a
 * thing and stands right before it, with it in one group of adjectives and nouns. So no verb goes,
 * neither before {@code to}, {@code di} or a gerund nor before its object: <i>refused to pay</i> is
 * the reverse of <i>to pay</i>. Nor does what tells of a thing that it is none, was none or may be
 * none: participles, words with a negating prefix, and those of a list.
 */
final class Omissions {

  private final Cues cues;
  private final Pattern gerund;
  private final Pattern participle;
  private final Pattern negated;
  private final List<List<String>> groups;

  Omissions(String sentence, Language language, Nlp nlp) {
    cues = Cues.in(language);
    gerund = ending(language == Language.ENGLISH ? "ing" : "[ae]ndo");
    participle =
        ending(
            language == Language.ENGLISH
                ? "ed|en|wn"
                : "(?:[aiu]t|[iu]nt|[aeiu]tt|[eo]rt|[eio]st|[aeou]lt|[eiou]s|[aeiou]ss)[oaie]");
    negated =
        Pattern.compile(
            (language == Language.ENGLISH
                    ? "(?:un|in|im|il|ir|non|dis|mis|anti|ex)"
                    : "(?:in|im|il|ir|non|dis|anti|ex|s[bcdfgmpqv])")
                + ".+");
    groups =
        nlp.nounGroups(sentence, language).stream()
            .map(group -> nlp.words(group.text(), language).stream().map(Traceable::plain).toList())
            .toList();
  }

  private static Pattern ending(String ends) {
    return Pattern.compile(".+(?:" + ends + ")");
  }

  /** Whether a word may go that stands right before another; both as {@link Traceable#plain}. */
  boolean mayGo(String word, String next) {
    return groups.stream().anyMatch(group -> stands(group, word, next))
        && !gerund.matcher(next).matches()
        && !participle.matcher(word).matches()
        && !negated.matcher(word).matches()
        && !cues.is(Cue.NEGATING, word);
  }

  private static boolean stands(List<String> group, String word, String next) {
    for (int i = 1; i < group.size(); i++) {
      if (group.get(i - 1).equals(word) && group.get(i).equals(next)) {
        return true;
      }
    }
    return false;
  }
}
