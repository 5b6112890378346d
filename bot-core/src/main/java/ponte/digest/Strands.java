package ponte.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

/**
 * Cuts flat talk where somebody brings up a matter of their own and the one who began is not heard
 * or named any more: what follows is no part of what was asked first, and would be counted to it.
 */
final class Strands {

  /** Whoever speaks after so long a silence may begin anew. */
  private static final Duration SILENCE = Duration.ofMinutes(30);

  /** Shorter questions are asked back. */
  private static final int FEWEST_WORDS = 6;

  private final Reading reading;

  Strands(Reading reading) {
    this.reading = reading;
  }

  /** The parts of a talk in their order; the talk itself where it is one, or a thread. */
  List<Talk> of(Talk talk) {
    if (talk.isThread() || talk.lacksOpening()) {
      return List.of(talk);
    }
    var parts = new ArrayList<Talk>();
    var rest = talk;
    for (int cut = cut(rest); cut > 0; cut = cut(rest)) {
      var messages = rest.messages();
      parts.add(
          new Talk(
              rest.id(), messages.subList(0, cut), rest.midway(), talk.crossed(), talk.amid()));
      var begun = messages.subList(cut, messages.size());
      rest = new Talk(begun.getFirst().id(), begun, false, talk.crossed(), talk.amid());
    }
    parts.add(rest);
    return parts;
  }

  /** Where the next part begins; 0 where none does. */
  private int cut(Talk talk) {
    var messages = talk.messages();
    for (int i = lastOfOpener(talk) + 1; i < messages.size(); i++) {
      if (isFresh(messages, i) && begins(breath(messages, i), breath(messages, 0))) {
        return i;
      }
    }
    return 0;
  }

  /** What somebody says from a message on before anybody else does, and before a silence. */
  private static List<Message> breath(List<Message> messages, int from) {
    int to = from + 1;
    while (to < messages.size()
        && messages.get(to).author().equals(messages.get(from).author())
        && !isAfterSilence(messages, to)) {
      to++;
    }
    return messages.subList(from, to);
  }

  private static boolean isAfterSilence(List<Message> messages, int index) {
    return messages.get(index - 1).at().isBefore(messages.get(index).at().minus(SILENCE));
  }

  /** The last message that is of the one who began, or names them. */
  private static int lastOfOpener(Talk talk) {
    int last = 0;
    for (int i = 0; i < talk.messages().size(); i++) {
      var message = talk.messages().get(i);
      if (message.author().equals(talk.opener())
          || message.text().mentions().contains(talk.opener())) {
        last = i;
      }
    }
    return last;
  }

  /** Whether a message is of somebody not heard or named before, or comes after a silence. */
  private static boolean isFresh(List<Message> messages, int index) {
    PersonId author = messages.get(index).author();
    return isAfterSilence(messages, index)
        || messages.subList(0, index).stream()
            .noneMatch(
                each -> each.author().equals(author) || each.text().mentions().contains(author));
  }

  /** Whether it asks the room, or brings up what has no word of what was said first. */
  private boolean begins(List<Message> said, List<Message> first) {
    var lines = lines(said);
    if (lines.stream().anyMatch(line -> isQuestion(line) && line.has(Cue.TO_ROOM))) {
      return true;
    }
    Set<String> asked = new HashSet<>();
    lines(first).forEach(line -> asked.addAll(line.terms()));
    return lines.stream().allMatch(line -> line.shared(asked) == 0)
        && lines.stream().anyMatch(line -> isQuestion(line) || line.starts(Cue.OWN_MATTER));
  }

  private static boolean isQuestion(Line line) {
    return line.sign() == QuestionSign.MARK
        && !line.rising()
        && !line.putToOne()
        && !Fitness.leans(line)
        && line.quote().words() >= FEWEST_WORDS;
  }

  private List<Line> lines(List<Message> messages) {
    return reading.lines(new Talk(messages.getFirst().id(), messages));
  }
}
