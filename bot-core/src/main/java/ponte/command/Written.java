package ponte.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as a person typed it, and the same line folded for comparing: lower case, without accents,
 * with plain apostrophes. Both have the same length, so that what is found in one can be cut from
 * the other.
 */
record Written(String text, String folded) {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][)\"”»'*_]* \\S");
  private static final Pattern ASKED = Pattern.compile("\\?[\\s?!.…)\"”»'*_]*$");
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:[“”„«\"](?<said>[^“”„«»\"]*)[”“»\"]"
              + "|['‘’‚‹](?<single>[^'‘’‚‹›]*)['’‘›])[?!.…,;: ]*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /** Takes what can be seen of a text, in one line. */
  static Written of(String raw) {
    var visible = INVISIBLE.matcher(raw).replaceAll("");
    var text =
        SPACE.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC)).replaceAll(" ").strip();
    var folded = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      folded.append(fold(text.charAt(i)));
    }
    return new Written(text, folded.toString());
  }

  private static char fold(char letter) {
    if (letter < 128) {
      return Character.toLowerCase(letter);
    }
    if (letter == '\u2019' || letter == '\u2018' || letter == '\u02bc') {
      return '\'';
    }
    var plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    var lower = String.valueOf(plain).toLowerCase(Locale.ROOT);
    return lower.length() == 1 ? lower.charAt(0) : plain;
  }

  boolean hasWords() {
    return WORD.matcher(text).find();
  }

  /** Whether a sentence ends in it and another begins. */
  boolean hasSeveralSentences() {
    return SENTENCE_END.matcher(text).find();
  }

  /** Whether it ends as a question does. */
  boolean isAsked() {
    return ASKED.matcher(text).find();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  Written cut(int from, int until) {
    return new Written(text.substring(from, until), folded.substring(from, until)).strip();
  }

  /** What stands before and behind a place. */
  Written without(int from, int until) {
    return of(text.substring(0, from) + " " + text.substring(until));
  }

  private Written strip() {
    return text.equals(text.strip()) ? this : of(text);
  }

  /** What stands before, between and behind these places, which are in their order. */
  List<Written> between(List<MatchResult> separators) {
    var parts = new ArrayList<Written>();
    var from = 0;
    for (var separator : separators) {
      parts.add(cut(from, separator.start()));
      from = separator.end();
    }
    parts.add(cut(from, text.length()));
    return parts;
  }

  /** What stands in quotation marks, where all of it does. */
  Optional<Written> inQuotes() {
    return Optional.of(QUOTED.matcher(text))
        .filter(Matcher::matches)
        .map(said -> said.start("said") < 0 ? cut(said, "single") : cut(said, "said"));
  }

  private Written cut(Matcher matcher, String group) {
    return cut(matcher.start(group), matcher.end(group));
  }

  /** Without the marks that end a sentence and those that set it apart as a whole. */
  Written bare() {
    var from = 0;
    var until = text.length();
    while (until > from && "?!.…,;: ".indexOf(text.charAt(until - 1)) >= 0) {
      until--;
    }
    while (from < until && "¿¡.,;:!- ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (until - from > 1 && isOneQuote(from, until - 1)) {
      return cut(from + 1, until - 1).bare();
    }
    return cut(from, until);
  }

  /** Whether what begins at one mark ends at the other, and not before. */
  private boolean isOneQuote(int first, int last) {
    var closing = text.charAt(last);
    return quotes(text.charAt(first), closing)
        && (closing == '\'' || closing == '’' || text.indexOf(closing, first + 1) == last);
  }

  private static boolean quotes(char first, char last) {
    return switch (first) {
      case '"', '`', '*', '_', '\'' -> last == first;
      case '“', '„' -> last == '”' || last == '“';
      case '«' -> last == '»';
      case '(' -> last == ')';
      case '‘' -> last == '’';
      default -> false;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
