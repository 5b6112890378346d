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
    var asked = "Are cheaper printers for the parcel labels any good?";

    assertThat(odds(DEV.says(0, "ada", "The old one broke. The new one jams. " + asked), APART))
        .isLessThan(odds(DEV.says(0, "ada", "The old one broke. " + asked), APART));
    assertThat(odds(DEV.says(0, "ada", "The old one broke. " + asked), APART))
        .isLessThan(odds(DEV.says(0, "ada", asked), APART));
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
  void whoAskedSomethingBeforeAsksOn() {
    var before = DEV.says(-2, "ada", "Who knows the choir of the town?");

    assertThat(HeadlineOdds.of(talk(before, asked()), lines(before, asked()), last(before)))
        .isLessThan(odds(asked(), APART));
    assertThat(odds(asked(), APART, DEV.says(2, "ada", "Who knows the choir of the town?")))
        .isEqualTo(odds(asked(), APART));
  }

  @Test
  void whatPointsElsewhereTellsLess() {
    assertThat(odds(DEV.says(0, "ada", "Who knows a cheaper printer like that?"), APART))
        .isLessThan(odds(DEV.says(0, "ada", "Who knows a cheaper printer shop?"), APART) - 1);
  }

  @Test
  void theMoreAHeadlineNamesTheMoreItTells() {
    assertThat(odds(asked(), APART))
        .isGreaterThan(odds(DEV.says(0, "ada", "Is there a cheaper printer?"), APART));
  }

  @Test
  void aQuestionToWhoeverKnowsTellsAsMuchAtTheEndOfALongMessage() {
    assertThat(odds(DEV.says(0, "ada", "The old one broke. Is there a cheaper printer?"), APART))
        .isEqualTo(odds(DEV.says(0, "ada", "Is there a cheaper printer?"), APART));
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
