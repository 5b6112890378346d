package ponte.digest;

import java.util.List;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.nlp.QuestionSign;

/**
 * A sentence in its place in a conversation.
 *
 * @param turn the turn it is in, from 0
 * @param first whether it is the first of its turn
 * @param rising whether nothing but its mark makes it a question, in a language that words them
 */
record Line(
    Message message,
    int turn,
    boolean first,
    Quotable quote,
    Language language,
    List<String> terms,
    QuestionSign sign,
    boolean rising) {

  PersonId author() {
    return message.author();
  }

  String plain() {
    return quote.plain();
  }

  boolean has(Cue cue) {
    return Cues.in(language).has(cue, quote.plain());
  }

  boolean starts(Cue cue) {
    return Cues.in(language).starts(cue, quote.plain());
  }

  /** Whether it asks one person and not the room: nobody else can answer "what did you mean?". */
  boolean putToOne() {
    return has(Cue.TO_ONE) && !has(Cue.TO_ALL);
  }

  boolean asks() {
    return sign != QuestionSign.NONE;
  }

  /** How many of its distinct terms are among these. */
  int shared(Set<String> others) {
    return (int) terms.stream().distinct().filter(others::contains).count();
  }
}
