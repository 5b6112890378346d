package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import ponte.nlp.Tagger.Tagged;

/**
 * Finds the groups of words in a sentence that name a thing, at most four words long.
 *
 * <p>English has its adjectives before the noun, Italian before and behind it, and joins nouns by
 * {@code di}: {@code slow build}, {@code certificato scaduto del database}.
 */
final class NounGroups {

  private static final int MOST_WORDS = 4;

  private final Language language;

  NounGroups(Language language) {
    this.language = language;
  }

  /** The groups as they are written, in order. */
  List<String> in(String sentence, List<Tagged> words) {
    var groups = new ArrayList<String>();
    int at = 0;
    while (at < words.size()) {
      int end = endOfGroup(words, at);
      if (end > at) {
        int start = language == Language.ENGLISH ? Math.max(at, end - MOST_WORDS) : at;
        groups.add(written(sentence, words, start, end));
        at = end;
      } else {
        at++;
      }
    }
    return groups;
  }

  private int endOfGroup(List<Tagged> words, int start) {
    int end = start; // behind the last word that a group may end with
    int at = start;
    boolean noun = false;
    while (at < words.size()) {
      var is = words.get(at).is();
      if (language == Language.ITALIAN && at - start == MOST_WORDS) {
        break;
      }
      if (is == WordClass.NOUN) {
        noun = true;
        end = at + 1;
      } else if (is == WordClass.ADJECTIVE) {
        if (language == Language.ENGLISH && noun) {
          break;
        }
        end = noun ? at + 1 : end;
      } else if (is != WordClass.LINK || !noun || end != at) {
        break;
      }
      at++;
    }
    return end;
  }

  /** Code loses its backticks where it is the whole group or at its rim, and inside as well. */
  private static String written(String sentence, List<Tagged> words, int start, int end) {
    return sentence
        .substring(words.get(start).start(), words.get(end - 1).end())
        .replace("`", "")
        .replaceAll("\\s+", " ");
  }
}
