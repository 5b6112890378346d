package ponte.digest;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

/** Finds the question that a message answers: what its reader asked right before it. */
final class Answering {

  private static final Duration SOON = Duration.ofMinutes(15);

  /** A question that is to explain something else has to be clear by itself. */
  private static final double FIT = -0.4;

  private static final int FEWEST_TERMS = 2;

  /** Shorter ones are in any address. */
  private static final int LETTERS = 4;

  /** One word of the title of a page is chance where it has more words than that. */
  private static final int MOST_WORDS_EACH = 4;

  private static final Pattern PARTS = Pattern.compile("[/?#&=]+");
  private static final Pattern NO_LETTERS =
      Pattern.compile("\\P{L}+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Reading reading;
  private final Telling telling;

  Answering(Reading reading, Fitness fitness, DigestRules.Opening rules) {
    this.reading = reading;
    this.telling = new Telling(fitness, rules.fitStatement());
  }

  /**
   * The question; empty where something else may be answered, or asked back. Others may not have
   * spoken between the two, unless the message names who asked.
   */
  Optional<Line> question(Talk talk, Message message) {
    int at = talk.messages().indexOf(message);
    var asked = asking(talk.messages().subList(0, at), message, talk.isThread());
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    var lines = reading.lines(talk);
    if (lines.stream().anyMatch(line -> line.asks() && line.message().equals(message))) {
      return Optional.empty();
    }
    return IntStream.range(0, lines.size())
        .filter(i -> asked.contains(lines.get(i).message()))
        .filter(i -> isQuestion(talk, lines.get(i)))
        .mapToObj(i -> telling.of(talk, lines, i))
        .filter(told -> told.fit() > FIT && !Beginning.isLeftOut(told.leftOut()))
        .map(Telling.Told::line)
        .filter(line -> !line.has(Cue.DEICTIC) && !line.has(Cue.PRONOUN))
        .filter(line -> line.terms().stream().distinct().count() >= FEWEST_TERMS)
        .filter(line -> isTied(talk, lines, line, message))
        .reduce((_, later) -> later);
  }

  /** Whether more than its place ties a message to a question: a name, thanks, a thread, a word. */
  private static boolean isTied(Talk talk, List<Line> lines, Line asked, Message message) {
    return talk.isThread()
        || message.text().mentions().contains(asked.author())
        || talk.messages().stream()
            .dropWhile(said -> !said.equals(message))
            .skip(1)
            .filter(said -> said.author().equals(asked.author()))
            .limit(1)
            .filter(said -> Outcomes.mayBeTo(message.author(), said))
            .anyMatch(said -> Cues.anyHas(Cue.THANKS, said.text().searchable()))
        || lines.stream()
            .filter(line -> line.message().equals(message))
            .anyMatch(line -> line.shared(new HashSet<>(asked.terms())) > 0)
        || asked.terms().stream().anyMatch(term -> leadsTo(message, term));
  }

  /** Whether a part of an address in a message names something, among few other words. */
  private static boolean leadsTo(Message message, String term) {
    return term.length() >= LETTERS
        && message.text().links().stream()
            .flatMap(link -> PARTS.splitAsStream(link.url().toLowerCase(Locale.ROOT)))
            .anyMatch(part -> names(part, term));
  }

  private static boolean names(String part, String term) {
    var words = NO_LETTERS.splitAsStream(part).filter(word -> word.length() >= LETTERS).toList();
    long named = words.stream().filter(word -> word.contains(term)).count();
    return named * MOST_WORDS_EACH >= words.size() && named > 0;
  }

  private static boolean isQuestion(Talk talk, Line line) {
    return line.sign() == QuestionSign.MARK
        && !line.rising()
        && !Openings.isCounterQuestion(talk, line)
        && !Incomplete.isTitle(line)
        && !Incomplete.isTalkAboutTalk(line);
  }

  /** What the one who is answered said last before a message. */
  private static List<Message> asking(List<Message> before, Message answer, boolean thread) {
    var named = answer.text().mentions();
    var others = before.stream().filter(said -> !said.author().equals(answer.author())).toList();
    if (others.isEmpty() || named.size() > 1) {
      return List.of();
    }
    PersonId asker = named.isEmpty() ? others.getLast().author() : named.iterator().next();
    var theirs =
        others.reversed().stream()
            .dropWhile(said -> !named.isEmpty() && !said.author().equals(asker))
            .takeWhile(said -> said.author().equals(asker))
            .toList();
    boolean soon =
        !theirs.isEmpty() && (thread || theirs.getFirst().at().plus(SOON).isAfter(answer.at()));
    return soon ? theirs : List.of();
  }
}
