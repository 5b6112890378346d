package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** How surely a headline tells what its talk is about. */
class HeadlineOddsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final String ASKED = "Is there a cheaper printer for the parcel labels?";

  private static final Message APART = DEV.says(1, "bruno", "The choir sings on Monday");

  @Test
  void theMoreOfItsMessageAHeadlineLeavesOutTheLessItTells() {
    assertThat(odds(DEV.says(0, "ada", "The old one broke. The new one jams. " + ASKED), APART))
        .isLessThan(odds(DEV.says(0, "ada", "The old one broke. " + ASKED), APART));
    assertThat(odds(DEV.says(0, "ada", "The old one broke. " + ASKED), APART))
        .isLessThan(odds(DEV.says(0, "ada", ASKED), APART));
  }

  @Test
  void itsWordsInTheMouthsOfOthersSpeakForIt() {
    var about = DEV.says(2, "carla", "The old printer was cheaper");

    assertThat(odds(asked(), APART, about)).isGreaterThan(odds(asked(), APART));
    assertThat(odds(asked(), APART, about)).isEqualTo(odds(asked(), about));
    assertThat(odds(asked(), APART, about, DEV.says(3, "bruno", "The hall has a new piano")))
        .isLessThan(odds(asked(), APART, about));
  }

  @Test
  void soDoesWhoNamesItsAuthor() {
    var named = DEV.says(2, "carla", "@ada the hall has a new piano");
    var earlier = DEV.says(-1, "carla", "@ada the hall has a new piano");

    assertThat(odds(asked(), APART, named)).isGreaterThan(odds(asked(), APART));
    assertThat(HeadlineOdds.of(talk(earlier, asked()), lines(earlier, asked()), last(earlier)))
        .isEqualTo(odds(asked(), APART));
    assertThat(odds(asked(), APART, DEV.says(2, "ada", "@ada the hall has a new piano")))
        .isEqualTo(odds(asked(), APART));
  }

  @Test
  void soDoesAQuestionToWhoeverKnows() {
    assertThat(odds(asked(), APART))
        .isGreaterThan(odds(DEV.says(0, "ada", "Are cheaper printers any good?"), APART));
  }

  private static Message asked() {
    return DEV.says(0, "ada", ASKED);
  }

  /** The last line of a message of which the others were said later. */
  private static double odds(Message asked, Message... others) {
    var all = new Message[others.length + 1];
    all[0] = asked;
    System.arraycopy(others, 0, all, 1, others.length);
    var lines = lines(all);
    var headline =
        lines.stream()
            .filter(line -> line.message().id().equals(asked.id()))
            .reduce((_, later) -> later)
            .orElseThrow();
    return HeadlineOdds.of(talk(all), lines, headline);
  }

  private static Line last(Message before) {
    return lines(before, asked()).getLast();
  }

  private static Talk talk(Message... messages) {
    return new Talk(messages[0].id(), List.of(messages));
  }

  private static List<Line> lines(Message... messages) {
    return new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk(messages));
  }
}
