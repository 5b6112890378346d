package ponte.digest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/**
 * Finds questions that nobody is seen to have answered.
 *
 * <p>Where people answer below a question and not in a thread, whoever writes soon after it may
 * have answered it: then it is not shown. Better to miss an open question than to call an answered
 * one open.
 */
final class OpenQuestions {

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
   * The questions that read best, oldest first.
   *
   * @param talks the conversations of the span
   * @param channel everything people said in the channel from the start of the span until now,
   *     oldest first
   * @param threaded whether people of this channel answer in threads
   */
  List<Line> among(
      List<Talk> talks, List<Message> channel, boolean threaded, Instant now, int limit) {
    return talks.stream()
        .filter(talk -> talk.people() == 1 && !talk.lacksOpening())
        .filter(talk -> !talk.start().isAfter(now.minus(rules.after())))
        .flatMap(talk -> question(talk).stream())
        .filter(asked -> !mayBeAnswered(asked.line(), channel, threaded))
        .sorted(Comparator.comparingDouble(asked -> -asked.worth()))
        .limit(limit)
        .map(Asked::line)
        .sorted(Comparator.comparing(Line::message, Message.IN_ORDER))
        .toList();
  }

  private Optional<Asked> question(Talk talk) {
    var lines = reading.lines(talk);
    return openings
        .best(talk, lines, java.util.Set.of(), new double[lines.size()])
        .filter(opening -> opening.question() && !opening.line().quote().mentions())
        .map(opening -> new Asked(opening.line(), opening.worth()));
  }

  private boolean mayBeAnswered(Line question, List<Message> channel, boolean threaded) {
    var asker = question.author();
    var at = question.message().at();
    boolean nextSeen = false;
    for (var message : channel) {
      if (!message.at().isAfter(at)) {
        continue;
      }
      boolean elsewhere = message.thread() != null && !isUnder(question.message(), message);
      if (message.author().equals(asker)) {
        if (settles(message, at)) {
          return true;
        }
        continue;
      }
      if (isUnder(question.message(), message) || names(asker, message, at)) {
        return true;
      }
      if (elsewhere) {
        continue;
      }
      boolean near = message.at().isBefore(at.plus(rules.near()));
      boolean next = !threaded && !nextSeen && message.at().isBefore(at.plus(rules.next()));
      if ((near || next) && message.text().mentions().isEmpty()) {
        return true;
      }
      nextSeen = true;
    }
    return question.message().reactions().stream()
        .anyMatch(reaction -> Outcomes.isApproval(reaction.emoji()));
  }

  private static boolean isUnder(Message question, Message message) {
    return Objects.equals(message.thread(), question.id())
        || (message.thread() != null && Objects.equals(message.thread(), question.thread()));
  }

  private boolean names(PersonId asker, Message message, Instant at) {
    return message.at().isBefore(at.plus(rules.named()))
        && message.text().mentions().contains(asker);
  }

  private boolean settles(Message message, Instant at) {
    var text = message.text().searchable();
    return message.at().isBefore(at.plus(rules.named()))
        && (Cues.anyHas(Cue.THANKS, text) || Cues.anyHas(Cue.SOLVED, text));
  }
}
