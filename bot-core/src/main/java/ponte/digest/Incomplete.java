package ponte.digest;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ponte.conversation.Message;
import ponte.conversation.RichText.Span;
import ponte.nlp.QuestionSign;

/** What a question leaves out that its author said, or showed, beside it. */
final class Incomplete {

  /** A question of no more words seldom says what it is about. */
  static final int SOME_WORDS = 11;

  private static final int FEW_TERMS = 2;
  private static final int WORDS_ABOUT_CODE = 14;

  /** "Why?" */
  private static final int WORDS_OF_AN_ECHO = 2;

  private static final Pattern POINTING =
      Pattern.compile("(?:arrow|point|backhand_index_pointing)_(?:up|down|left|right)(?:_.*)?");

  /** Words that a title writes with a capital. */
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  private static final int WORDS_OF_A_TITLE = 3;

  private Incomplete() {}

  static boolean needsMore(Line asked) {
    return Fitness.leans(asked)
        || isAboutCode(asked)
        || asked.sign() == QuestionSign.CUE
        || Fitness.namesNothing(asked)
        || isUnnamed(asked)
        || asked.has(Cue.PRONOUN)
        || asked.quote().words() <= SOME_WORDS;
  }

  /** Whether it asks of little but a thing that was named before: "how do I do the migration?". */
  static boolean isUnnamed(Line line) {
    return line.has(Cue.UNNAMED) && line.terms().stream().distinct().count() <= FEW_TERMS;
  }

  /** "Does anybody have similar issues?" asks about what was told before it. */
  static boolean isAlike(Line asked) {
    return asked.has(Cue.ALIKE);
  }

  /** A short question of a message that has a block of code asks about that. */
  static boolean isAboutCode(Line asked) {
    return asked.quote().words() <= WORDS_ABOUT_CODE && showsCode(asked.message());
  }

  /** "Does that make sense?" asks nothing of the matter; "any ideas?" does. */
  static boolean isTalkAboutTalk(Line asked) {
    return asked.has(Cue.META) && !asked.has(Cue.ANY_HELP);
  }

  /** "Why? Because …": who goes on at once asks nobody. */
  static boolean isAnsweredAtOnce(List<Line> lines, int index) {
    return lines.get(index).quote().words() <= WORDS_OF_AN_ECHO
        && lines.get(index).starts(Cue.OPEN_ENDED)
        && index + 1 < lines.size()
        && lines.get(index + 1).isOfSameMessage(lines.get(index));
  }

  /** Whether its author goes on, before anybody else speaks, to say what the answer was. */
  static boolean isAnsweredByItsAuthor(List<Line> lines, int index) {
    var asked = lines.get(index);
    return lines.subList(index + 1, lines.size()).stream()
        .takeWhile(line -> line.turn() == asked.turn())
        .anyMatch(
            line ->
                Cues.anyStarts(Cue.OWN_ANSWER, line.plain())
                    || Cues.anyStarts(Cue.FOR_THE_RECORD, line.plain()));
  }

  static boolean showsMore(Message message) {
    return !message.text().links().isEmpty() || showsCode(message);
  }

  static boolean showsCode(Message message) {
    return message.text().spans().stream().anyMatch(Span.CodeBlock.class::isInstance);
  }

  /** Whether a hand or an arrow in it points at what is not shown with a sentence of it. */
  static boolean pointsAtMore(Message message) {
    return message.text().spans().stream()
        .anyMatch(span -> span instanceof Span.Emoji(var name) && POINTING.matcher(name).matches());
  }

  /** "Can We Crowdsource Language Design?" is the title of something, and asks nobody. */
  static boolean isTitle(Line line) {
    var words =
        WORD.matcher(line.plain())
            .results()
            .filter(word -> word.start() > 0)
            .map(MatchResult::group)
            .toList();
    return words.size() >= WORDS_OF_A_TITLE
        && words.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
  }
}
