package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** A word in more messages of the channel, and not of this talk alone, is of any matter. */
  private static final double COMMON = 0.05;

  private static final int FEWEST_OF_COMMON = 6;
  private static final int ELSEWHERE = 2;

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
    Set<String> matter = new HashSet<>();
    said.subList(0, begun).forEach(message -> matter.addAll(topics.terms(message)));
    matter.removeIf(term -> isCommon(term, talk));
    if (matter.isEmpty()) {
      return 0;
    }
    int still = 0;
    int cut = 0;
    for (int i = said.size() - 1; i >= begun; i--) {
      boolean names = names(said.get(i), matter);
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

  private boolean names(Message message, Set<String> matter) {
    return topics.terms(message).stream().anyMatch(matter::contains);
  }

  /** Whether a word is said often, and in other talks, too. */
  private boolean isCommon(String term, Talk talk) {
    var said = topics.said();
    return said.times(term) >= FEWEST_OF_COMMON
        && said.share(term) > COMMON
        && said.of(term).stream()
                .filter(each -> !talk.messages().contains(each))
                .limit(ELSEWHERE)
                .count()
            >= ELSEWHERE;
  }

  /**
   * @param next whether it is the next thing said: that asks back, unless it asks whoever knows
   */
  private boolean asksAnew(Message message, boolean next) {
    return message.text().searchable().indexOf('?') >= 0
        && reading.lines(new Talk(message.id(), List.of(message))).stream()
            .anyMatch(
                line -> isQuestion(line) && (!next || (line.has(Cue.TO_ROOM) && !line.putToOne())));
  }

  private static boolean isQuestion(Line line) {
    return line.sign() == QuestionSign.MARK
        && !line.rising()
        && line.quote().words() >= FEWEST_WORDS
        && (!Fitness.leans(line) || line.terms().stream().distinct().count() >= MANY_TERMS);
  }
}
