package ponte.digest;

import java.util.regex.Pattern;

/**
 * A sentence without what can be left out safely: an aside in brackets, words at its end that say
 * nothing, a bracket that nothing opened. What says when or whether something holds stays.
 */
final class Compressed {

  private static final Pattern ASIDE = Pattern.compile("\\s*\\(([^()]*)\\)");
  private static final Pattern END_MARKS = Pattern.compile("[.!?…]*$");
  private static final Pattern LOOSE_END = Pattern.compile("[\\s,;(–—-]+$");

  /** With less before it, what a sentence ends with is what it says. */
  private static final int FEWEST_WORDS = 4;

  private Compressed() {}

  static String of(String sentence, Cues cues) {
    return withoutTail(withoutLoneBracket(withoutAsides(sentence, cues)), cues);
  }

  /** Whether it opens a bracket and does not close it. */
  static boolean opens(String text) {
    return count(text, '(') > count(text, ')');
  }

  private static String withoutAsides(String sentence, Cues cues) {
    return ASIDE
        .matcher(sentence)
        .replaceAll(
            found -> {
              var inner = found.group(1).strip();
              boolean beside = cues.starts(Cue.ASIDE, inner) && !cues.has(Cue.CONDITION, inner);
              return java.util.regex.Matcher.quoteReplacement(beside ? "" : found.group());
            });
  }

  private static String withoutLoneBracket(String sentence) {
    var body = END_MARKS.matcher(sentence).replaceAll("");
    return body.endsWith(")") && count(sentence, ')') > count(sentence, '(')
        ? body.substring(0, body.length() - 1) + sentence.substring(body.length())
        : sentence;
  }

  private static String withoutTail(String sentence, Cues cues) {
    var end = END_MARKS.matcher(sentence);
    var marks = end.find() ? end.group() : "";
    var body = sentence.substring(0, sentence.length() - marks.length());
    int tail = cues.tail(Cue.TRAILING, body);
    if (tail == body.length()) {
      return sentence;
    }
    var rest = LOOSE_END.matcher(body.substring(0, tail)).replaceAll("");
    return rest.split("\\s+").length < FEWEST_WORDS ? sentence : rest + marks;
  }

  private static long count(String text, char character) {
    return text.chars().filter(each -> each == character).count();
  }
}
