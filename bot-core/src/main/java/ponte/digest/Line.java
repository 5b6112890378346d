package ponte.digest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.nlp.QuestionSign;

/**
 * A sentence in its place in a conversation.
 *
 * @param turn the turn it is in, from 0
 * @param first whether it is the first of its turn
 */
record Line(Message message, int turn, boolean first, Analysis.Sentence sentence) {

  private static final Pattern MARKS = Pattern.compile("[?!.…\\s)]+$");

  PersonId author() {
    return message.author();
  }

  Quotable quote() {
    return sentence.quote();
  }

  Language language() {
    return sentence.language();
  }

  List<String> terms() {
    return sentence.terms();
  }

  QuestionSign sign() {
    return sentence.sign();
  }

  /** Whether nothing but its mark makes it a question, in a language that words them. */
  boolean rising() {
    return sentence.rising();
  }

  String plain() {
    return quote().plain();
  }

  boolean has(Cue cue) {
    return sentence.has(cue);
  }

  /** How many phrases of this kind it has. */
  int count(Cue cue) {
    return Cues.in(language()).count(cue, plain());
  }

  boolean starts(Cue cue) {
    return sentence.starts(cue);
  }

  /** Whether it asks one person and not the room: nobody else can answer "what did you mean?". */
  boolean putToOne() {
    return has(Cue.TO_ONE) && !has(Cue.TO_ALL);
  }

  boolean asks() {
    return sign() != QuestionSign.NONE;
  }

  /** Whether another line goes on from this one, with nothing between them that is not shown. */
  boolean isFollowedBy(Line next) {
    return message.id().equals(next.message.id())
        && turn == next.turn
        && message.text().spans().stream()
            .noneMatch(span -> span instanceof Span.CodeBlock || span instanceof Span.Quote);
  }

  /** This line and the next one as one; it asks what the next one asks. */
  Line then(Line next) {
    return new Line(message, turn, first, sentence.then(next.sentence));
  }

  /** This line and the next one, on which it goes on; it asks what this one asks. */
  Line goingOn(Line next) {
    return new Line(message, turn, first, sentence.goingOn(next.sentence));
  }

  /** This line and a later one of its message as one, without what is between them. */
  Line upTo(Line later) {
    return new Line(message, turn, first, sentence.upTo(later.sentence));
  }

  /** This line without the word that sets it against what was said before it. */
  Line withoutContrast() {
    return new Line(message, turn, first, sentence.withoutContrast());
  }

  boolean isOfSameMessage(Line other) {
    return message.id().equals(other.message.id());
  }

  boolean isListed() {
    return quote().form() == Quotable.Form.LISTED;
  }

  /** Whether it asks something that "yes" or "no" answers. */
  boolean asksWhether() {
    int last = Math.max(plain().lastIndexOf(". "), plain().lastIndexOf("… "));
    var question = plain().substring(last + 1).strip();
    return asks() && !Cues.in(language()).starts(Cue.OPEN_ENDED, question);
  }

  /** Whether it asks for a nod alone: "…, right?". */
  boolean asksForANod() {
    var words = MARKS.matcher(plain()).replaceAll("");
    var tag = words.substring(words.lastIndexOf(',') + 1).strip();
    return tag.length() < words.length() && Cues.in(language()).is(Cue.TAG, tag);
  }

  /** How many of its distinct terms are among these. */
  int shared(Set<String> others) {
    return (int) terms().stream().distinct().filter(others::contains).count();
  }
}
