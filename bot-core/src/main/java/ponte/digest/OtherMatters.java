package ponte.digest;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.QuestionSign;

/**
 * What else a reply may have been said to than the question it stands below: to another person, to
 * what it quotes, to what the one who asked said since.
 */
final class OtherMatters {

  /** So many words in common are no chance. */
  private static final int SOME_SHARED = 2;

  /** Who just spoke to somebody speaks to them still. */
  private static final Duration STILL_SPEAKING = Duration.ofMinutes(15);

  /** So many words in a row are no chance. */
  private static final int WORDS_OF_A_QUOTE = 4;

  private static final Pattern NO_WORD =
      Pattern.compile("[^\\p{L}\\p{N}]+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Talk talk;
  private final List<Line> lines;
  private final Line opening;

  OtherMatters(Talk talk, List<Line> lines, Line opening) {
    this.talk = talk;
    this.lines = lines;
    this.opening = opening;
  }

  /** Whether one of them has it rather than the question. */
  boolean have(Line reply) {
    return isToAnother(reply.message())
        || quotesAnother(reply.message())
        || answersAnother(reply)
        || isAnsweredByTheOneAsked(reply)
        || sendsAway(reply);
  }

  /**
   * Whether the one who asked had put another question before it, and the reply has more of the
   * words of that message, or nothing but its place makes it an answer to the first one; or had
   * shown code, of which others speak from then on.
   */
  private boolean answersAnother(Line reply) {
    int shared = reply.shared(new HashSet<>(opening.terms()));
    return talk.messages().stream()
        .filter(said -> said.author().equals(opening.author()))
        .filter(said -> said.at().isAfter(opening.message().at()))
        .filter(said -> said.at().isBefore(reply.message().at()))
        .anyMatch(
            said ->
                (!talk.isThread() && shared < SOME_SHARED && (asks(said) || showsCode(said)))
                    || (shared < SOME_SHARED && asks(said) && isRightBefore(said, reply))
                    || (asks(said) && reply.shared(terms(said)) > shared));
  }

  private boolean isRightBefore(Message said, Line reply) {
    return talk.turns().get(reply.turn() - 1).messages().getLast().equals(said);
  }

  /** Whether the question names somebody else, who spoke before it. */
  private boolean isAnsweredByTheOneAsked(Line reply) {
    var asked = opening.message().text().mentions();
    return !asked.contains(reply.author())
        && between(reply).anyMatch(said -> asked.contains(said.author()));
  }

  private Stream<Message> between(Line reply) {
    return talk.messages().stream()
        .filter(said -> said.at().isAfter(opening.message().at()))
        .filter(said -> said.at().isBefore(reply.message().at()));
  }

  /**
   * Whether its author says where to ask instead; what is in the words of the question may tell.
   */
  private boolean sendsAway(Line reply) {
    return reply.shared(new HashSet<>(opening.terms())) < SOME_SHARED
        && Cues.anyHas(Cue.SENT_AWAY, reply.message().text().searchable());
  }

  private boolean asks(Message said) {
    return of(said).anyMatch(line -> line.sign() == QuestionSign.MARK);
  }

  private Set<String> terms(Message said) {
    return of(said).flatMap(line -> line.terms().stream()).collect(Collectors.toSet());
  }

  private Stream<Line> of(Message said) {
    return lines.stream().filter(line -> line.message().id().equals(said.id()));
  }

  private static boolean showsCode(Message said) {
    return said.text().spans().stream().anyMatch(Span.CodeBlock.class::isInstance);
  }

  /** In flat talk a person who named somebody goes on speaking to them. */
  private boolean isToAnother(Message reply) {
    if (talk.isThread() || !reply.text().mentions().isEmpty()) {
      return false;
    }
    return talk.messages().stream()
        .filter(message -> message.author().equals(reply.author()))
        .filter(message -> message.at().isBefore(reply.at()))
        .filter(message -> message.at().isAfter(reply.at().minus(STILL_SPEAKING)))
        .map(message -> message.text().mentions())
        .filter(mentions -> !mentions.isEmpty())
        .reduce((_, later) -> later)
        .filter(mentions -> !mentions.contains(opening.author()))
        .isPresent();
  }

  /** A reply that quotes what it answers answers nothing else. */
  private boolean quotesAnother(Message reply) {
    var quoted =
        reply.text().spans().stream()
            .filter(Span.Quote.class::isInstance)
            .map(span -> words(new RichText(((Span.Quote) span).spans()).searchable()))
            .toList();
    return !quoted.isEmpty() && quoted.stream().noneMatch(this::isOfTheOpening);
  }

  private boolean isOfTheOpening(List<String> quoted) {
    var asked = words(opening.plain());
    int length = Math.min(WORDS_OF_A_QUOTE, asked.size());
    return IntStream.rangeClosed(0, asked.size() - length)
        .anyMatch(i -> Collections.indexOfSubList(quoted, asked.subList(i, i + length)) >= 0);
  }

  private List<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(opening.language().locale()))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
