package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
  void mostOfAllWhereItsMessageSaysSomethingBeforeIt() {
    var before = "The old printer of the parcel office is broken. " + ASKED;
    var after = ASKED + " The old printer of the parcel office is broken.";

    assertThat(odds(DEV.says(0, "ada", before), 9, APART))
        .isLessThan(odds(DEV.says(0, "ada", after), 0, APART) - 1);
    assertThat(odds(DEV.says(0, "ada", "Good morning to you. " + ASKED), 4, APART))
        .isEqualTo(odds(asked(), APART));
  }

  @Test
  void whatIsSaidWhilePeopleTalkTellsLessUnlessWhoeverKnowsIsAsked() {
    var asked = DEV.says(0, "ada", "Are cheaper printers for the parcel labels any good?");
    var toRoom = asked();

    assertThat(odds(amid(asked), asked)).isLessThan(odds(apart(asked), asked) - 1);
    assertThat(odds(amid(toRoom), toRoom)).isEqualTo(odds(apart(toRoom), toRoom));
  }

  @Test
  void inAThreadItIsNoMatterWhatElseIsSaidInTheChannel() {
    var asked = DEV.says(0, "ada", "Are cheaper printers for the parcel labels any good?");
    var reply = DEV.replies(1, 0, "bruno", "The choir sings on Monday");
    var talk = new Talk(asked.id(), List.of(asked, reply), false, Set.of(), Set.of(asked.id()));

    assertThat(odds(talk, asked)).isEqualTo(odds(new Talk(asked.id(), talk.messages()), asked));
  }

  @Test
  void newsTellLessThanWhatIsAsked() {
    assertThat(odds(DEV.says(0, "ada", "The cheaper printer prints the parcel labels now"), APART))
        .isLessThan(odds(DEV.says(0, "ada", "Does a cheaper printer print the labels?"), APART));
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

    assertThat(odds(talk(before, asked()), asked())).isLessThan(odds(asked(), APART));
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

  private static Talk apart(Message asked) {
    return new Talk(asked.id(), List.of(asked, APART));
  }

  private static Talk amid(Message asked) {
    return new Talk(asked.id(), List.of(asked, APART), false, Set.of(), Set.of(asked.id()));
  }

  /** The last line of a message of which the others were said later. */
  private static double odds(Message asked, Message... others) {
    return odds(asked, 0, others);
  }

  /**
   * @param leftOut how many words of its message before it are not told
   */
  private static double odds(Message asked, int leftOut, Message... others) {
    var all = Stream.concat(Stream.of(asked), Stream.of(others)).toList();
    return odds(new Talk(asked.id(), all), asked, leftOut);
  }

  private static double odds(Talk talk, Message asked) {
    return odds(talk, asked, 0);
  }

  private static double odds(Talk talk, Message asked, int leftOut) {
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    var headline =
        lines.stream()
            .filter(line -> line.message().id().equals(asked.id()))
            .filter(line -> line.asks() || line.message().text().searchable().indexOf('?') < 0)
            .reduce((_, later) -> later)
            .orElseThrow();
    return HeadlineOdds.of(talk, lines, new Openings.Opening(headline, true, 0, 0, 1, leftOut));
  }

  private static Talk talk(Message... messages) {
    return new Talk(messages[0].id(), List.of(messages));
  }
}
