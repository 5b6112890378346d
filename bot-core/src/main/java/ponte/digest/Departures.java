package ponte.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.nlp.QuestionSign;

/**
 * Cuts flat talk where it leaves its matter, whoever does it: somebody asks something else, and
 * what the talk began with is hardly named any more. Who and how much is told with a headline
 * should be of what it tells.
 */
final class Departures {

  /** Fewer messages may just not say the words of a matter. */
  private static final int FEWEST_AFTER = 5;

  /** So small a share of the rest still has a word of what was said first. */
  private static final double STILL_OF_IT = 0.1;

  /** Shorter questions are asked back. */
  private static final int FEWEST_WORDS = 6;

  /** With so many words of its own a question says what it is about, even if it says "that". */
  private static final int MANY_TERMS = 6;

  private final Reading reading;
  private final Topics topics;

  Departures(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
  }

  /** The parts of a talk in their order; the talk itself where it is one, or a thread. */
  List<Talk> of(Talk talk) {
    if (talk.isThread() || talk.lacksOpening()) {
      return List.of(talk);
    }
    var parts = new ArrayList<Talk>();
    var rest = talk;
    for (int cut = cut(rest); cut > 0; cut = cut(rest)) {
      var said = rest.messages();
      parts.add(
          new Talk(rest.id(), said.subList(0, cut), rest.midway(), talk.crossed(), talk.amid()));
      var left = said.subList(cut, said.size());
      rest = new Talk(left.getFirst().id(), left, true, talk.crossed(), talk.amid());
    }
    parts.add(rest);
    return parts;
  }

  /** Where the talk leaves what it began with; 0 where it does not. */
  private int cut(Talk talk) {
    var said = talk.messages();
    int begun = talk.turns().getFirst().messages().size();
    if (said.size() - begun < FEWEST_AFTER) {
      return 0;
    }
    var matter = new Matter(said.subList(0, begun), talk, topics);
    if (matter.hasNoWords()) {
      return 0;
    }
    int still = 0;
    int cut = 0;
    for (int i = said.size() - 1; i >= begun; i--) {
      boolean names = matter.isNamedIn(said.get(i));
      still += names ? 1 : 0;
      int after = said.size() - i;
      if (!names
          && after >= FEWEST_AFTER
          && still <= STILL_OF_IT * after
          && asksAnew(said.get(i), i == begun)) {
        cut = i;
      }
    }
    return cut;
  }

  /**
   * @param next whether it is the next thing said: that asks back, unless it asks whoever knows
   */
  private boolean asksAnew(Message message, boolean next) {
    return questions(message, reading)
        .anyMatch(line -> !next || (line.has(Cue.TO_ROOM) && !line.putToOne()));
  }

  /** What a message asks that may begin something else. */
  static Stream<Line> questions(Message message, Reading reading) {
    return message.text().searchable().indexOf('?') < 0
        ? Stream.of()
        : reading.lines(new Talk(message.id(), List.of(message))).stream()
            .filter(Departures::isQuestion);
  }

  private static boolean isQuestion(Line line) {
    return line.sign() == QuestionSign.MARK
        && !line.rising()
        && line.quote().words() >= FEWEST_WORDS
        && (!Fitness.leans(line) || line.terms().stream().distinct().count() >= MANY_TERMS);
  }
}
