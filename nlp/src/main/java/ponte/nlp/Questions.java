package ponte.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ponte.nlp.Tokens.Kind;

/**
 * Tells questions by their mark or by their wording.
 *
 * <p>Words are compared, not characters: a boundary in a regular expression knows no accents unless
 * told to, and costs ten times as much.
 */
final class Questions {

  /** A later clause counts as a start only this near to the beginning. */
  private static final int NEAR = 3;

  private static final String CLAUSE_ENDS = ",;:.!…-–—(";

  private final Set<String> openers;
  private final Map<String, List<Cue>> cuesByFirstWord = new HashMap<>();

  private Questions(Language language) {
    var name = language.name().toLowerCase(Locale.ROOT);
    openers =
        new HashSet<>(WordList.read(name + ".openers.txt").stream().map(Folding::fold).toList());
    for (var line : WordList.read(name + ".cues.txt")) {
      var cue = Cue.parse(line);
      for (var first : cue.slots().getFirst()) {
        cuesByFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(cue);
      }
    }
  }

  static Questions in(Language language) {
    return new Questions(language);
  }

  QuestionSign sign(String sentence) {
    var text = Masking.mask(sentence);
    if (endsWithMark(text)) {
      return QuestionSign.MARK;
    }
    return hasCue(text) ? QuestionSign.CUE : QuestionSign.NONE;
  }

  /** Whether a question mark is among the last signs; faces, brackets and emoji may follow it. */
  private static boolean endsWithMark(String text) {
    int end = text.length();
    while (end > 0) {
      int last = text.codePointBefore(end);
      int word = startOfWord(text, end);
      if (last == '?') {
        return true;
      } else if (word < end && Smileys.isSmiley(text, word, end)) {
        end = word;
      } else if (Character.isLetterOrDigit(last)) {
        return false;
      } else {
        end -= Character.charCount(last);
      }
    }
    return false;
  }

  /** Where the word before {@code end} starts; {@code end} if it is longer than any smiley. */
  private static int startOfWord(String text, int end) {
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
      if (end - start > Smileys.LONGEST) {
        return end;
      }
    }
    return start;
  }

  private boolean hasCue(String text) {
    var words = new ArrayList<String>();
    var starts = new HashSet<Integer>();
    int behind = 0;
    boolean onlyOpeners = true;
    for (var token : Tokens.of(text, Language.ENGLISH)) { // as its elisions stay in one word
      if (token.kind() == Kind.ADDRESS) {
        continue;
      }
      var word = Folding.fold(token.in(text).replace('\u2019', '\''));
      int at = words.size();
      if (onlyOpeners || (at <= NEAR && endsClause(text, behind, token.start()))) {
        starts.add(at);
      }
      onlyOpeners &= openers.contains(word);
      words.add(word);
      behind = token.end();
    }
    for (int at = 0; at < words.size(); at++) {
      for (var cue : cuesByFirstWord.getOrDefault(words.get(at), List.of())) {
        if ((!cue.atStart() || starts.contains(at)) && cue.matches(words, at)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean endsClause(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
