package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

/**
 * Finds questions that nobody is seen to have answered.
 *
 * <p>Where people answer below a question and not in a thread, whoever writes soon after it may
 * have answered it, unless several talk with each other without the asker: then it is not shown.
 * Better to miss an open question than to call an answered one open.
 */
final class OpenQuestions {

  /** Where at least this share of messages are replies in threads, people answer in threads. */
  private static final double THREADED = 0.3;

  /** What the one who asked says sooner belongs to the question. */
  private static final Duration STILL_ASKING = Duration.ofMinutes(3);

  /** So many words of the question are no chance. */
  private static final int SOME_WORDS = 2;

  private static final Set<Cue> NO_ANSWER_OF_ONES_OWN =
      Set.of(Cue.TROUBLE, Cue.FAILED, Cue.DOUBT, Cue.SITUATION, Cue.META, Cue.ANY_HELP);

  private final DigestRules.Open rules;
  private final Openings openings;
  private final Reading reading;

  OpenQuestions(DigestRules.Open rules, Openings openings, Reading reading) {
    this.rules = rules;
    this.openings = openings;
    this.reading = reading;
  }

  /** A question and how well it tells what is asked. */
  private record Asked(Line line, double worth) {}

  /**
   * The questions that read best, the best first.
   *
   * @param talks the conversations of the span
   * @param channel everything people said in the channel from the start of the span until now,
   *     oldest first
   * @param threaded whether people of this channel answer in threads
   */
  List<Line> among(
      List<Talk> talks, List<Message> channel, boolean threaded, Instant now, int limit) {
    var talkOf = new HashMap<MessageId, Talk>();
    talks.forEach(talk -> talk.messages().forEach(message -> talkOf.put(message.id(), talk)));
    return talks.stream()
        .filter(talk -> talk.people() == 1 && !talk.lacksOpening())
        .filter(talk -> !talk.start().isAfter(now.minus(rules.after())))
        .flatMap(talk -> question(talk).stream())
        .filter(asked -> !isApproved(asked.line().message()))
        .filter(asked -> answer(asked.line().message(), channel, talkOf, threaded).isEmpty())
        .filter(asked -> threaded || !isTakenUp(asked.line().message(), channel))
        .sorted(Comparator.comparingDouble(asked -> -asked.worth()))
        .limit(limit)
        .map(Asked::line)
        .toList();
  }

  /** Whether people who said this answer in threads. */
  static boolean isThreaded(List<Message> said) {
    return said.stream().filter(message -> message.thread() != null).count()
        >= THREADED * said.size();
  }

  private Optional<Asked> question(Talk talk) {
    var lines = reading.lines(talk);
    return opening(talk, lines)
        .filter(opening -> !onlySoundsLikeOne(opening.line()))
        .map(opening -> new Asked(opening.line(), opening.worth()));
  }

  /** "Can I suggest that we …" without a mark: it waits for nobody's answer. */
  private static boolean onlySoundsLikeOne(Line line) {
    return line.sign() == QuestionSign.CUE && line.has(Cue.RHETORICAL);
  }

  /** The question to the room with which a conversation opens. */
  Optional<Openings.Opening> opening(Talk talk, List<Line> lines) {
    return openings
        .best(talk, lines, Set.of(), new double[lines.size()])
        .filter(opening -> opening.question() && !opening.line().quote().mentions());
  }

  /**
   * The first of what was said later that may answer a question, or in which its asker calls it
   * settled.
   *
   * @param channel what people said in the channel since then, oldest first
   * @param talkOf the conversations in which they said it
   */
  Optional<Message> answer(
      Message question, List<Message> channel, Map<MessageId, Talk> talkOf, boolean threaded) {
    return channel.stream()
        .filter(message -> message.at().isAfter(question.at()))
        .filter(
            message ->
                message.author().equals(question.author())
                    ? settles(message, question)
                    : answers(message, question, talkOf, threaded))
        .findFirst();
  }

  private boolean answers(
      Message message, Message question, Map<MessageId, Talk> talkOf, boolean threaded) {
    var asker = question.author();
    var at = question.at();
    if (isUnder(question, message) || names(asker, message, at)) {
      return true;
    }
    var near = at.plus(rules.near());
    var heard = threaded ? near : at.plus(rules.next());
    boolean apart =
        message.thread() != null
            || speaksToAnother(message, asker)
            || (!message.at().isBefore(near) && isAmongOthers(talkOf.get(message.id()), asker));
    return !apart && message.at().isBefore(heard);
  }

  /**
   * Whether the next one to speak in the channel, to nobody in particular, tells something in a
   * word of the question: where all is said in one stream, that others then talk with each other
   * does not make it another matter.
   */
  private boolean isTakenUp(Message question, List<Message> channel) {
    return channel.stream()
        .filter(message -> message.at().isAfter(question.at()))
        .filter(message -> message.at().isBefore(question.at().plus(rules.next())))
        .filter(message -> !message.author().equals(question.author()))
        .filter(message -> message.thread() == null)
        .findFirst()
        .filter(message -> !speaksToAnother(message, question.author()))
        .filter(message -> reading.goesOn(question, message))
        .isPresent();
  }

  private static boolean isApproved(Message question) {
    return question.reactions().stream()
        .anyMatch(reaction -> Outcomes.isApproval(reaction.emoji()));
  }

  private static boolean isUnder(Message question, Message message) {
    return Objects.equals(message.thread(), question.id())
        || (message.thread() != null && Objects.equals(message.thread(), question.thread()));
  }

  private static boolean speaksToAnother(Message message, PersonId asker) {
    var mentions = message.text().mentions();
    return !mentions.isEmpty() && !mentions.contains(asker);
  }

  /** Whether several talk with each other and the asker is none of them. */
  private static boolean isAmongOthers(@Nullable Talk talk, PersonId asker) {
    return talk != null
        && talk.people() > 1
        && talk.messages().stream().noneMatch(message -> message.author().equals(asker));
  }

  private boolean names(PersonId asker, Message message, Instant at) {
    return message.at().isBefore(at.plus(rules.named()))
        && message.text().mentions().contains(asker);
  }

  private boolean settles(Message message, Message question) {
    return message.at().isBefore(question.at().plus(rules.named()))
        && (reading.has(message, Cue.THANKS)
            || reading.has(message, Cue.SOLVED)
            || reading.has(message, Cue.OWN_ANSWER)
            || Cues.anyStarts(Cue.FOR_THE_RECORD, message.text().searchable().strip())
            || tellsTheAnswer(message, question));
  }

  /**
   * Whether the one who asked says something of it a while later that is neither more of the
   * trouble nor another question.
   */
  private boolean tellsTheAnswer(Message message, Message question) {
    return !message.at().isBefore(question.at().plus(STILL_ASKING))
        && !reading.asks(message)
        && NO_ANSWER_OF_ONES_OWN.stream().noneMatch(cue -> reading.has(message, cue))
        && !Cues.anyStarts(Cue.OWN_STORY, message.text().searchable())
        && reading.shares(SOME_WORDS, question, message);
  }
}
