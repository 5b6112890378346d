package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.MessageId;
import ponte.expert.Workspace;

class RisingTopicsTest {

  private static final String QUESTION =
      "How do you size the memory of the Pulsar cluster for the nightly export?";

  private final Town town = new Town();

  RisingTopicsTest() {
    town.withEverydayTalk(town.dev, 42, 1);
  }

  private void speakOfPulsar(int people) {
    var root = town.says(town.dev, 12, Town.PEOPLE.getFirst(), "Is the Pulsar cluster down again?");
    for (var person : Town.PEOPLE.subList(1, 3)) {
      town.replies(town.dev, root, person, "The Pulsar cluster needs more memory for the export.");
    }
    for (int i = 0; i < 2 * people; i++) {
      town.says(
          town.dev,
          13 - i,
          Town.PEOPLE.get(i % people),
          "The Pulsar cluster needs more memory for the export of job " + i + ".");
    }
  }

  private List<Proposal> proposed() {
    return new RisingTopics(
            town.ears().trending(),
            town.acme.archive,
            town.acme.directory,
            Workspace.NLP,
            town.wording())
        .in(town.scene());
  }

  private MessageId asks(String text) {
    return town.says(town.dev, 3, "hal", text).id();
  }

  @Test
  void aQuestionOnATopicThatRisesIsAskedWithWhatOthersSaid() {
    speakOfPulsar(5);
    var question = asks(QUESTION);

    assertThat(proposed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.reason().sources()).hasSize(3).startsWith(question);
              assertThat(((Reason.Rising) each.reason()).people()).isEqualTo(6);
            });
  }

  @Test
  void whereNobodyAsksAnythingThereIsNothingToAsk() {
    speakOfPulsar(6);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whatIsAskedInTheMiddleOfATalkIsNot() {
    speakOfPulsar(5);
    var root = town.says(town.dev, 3, "ada", "The Pulsar cluster needs more memory again.");
    town.replies(town.dev, root, "hal", QUESTION);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void aQuestionThatNobodyElseSpeaksToIsNot() {
    speakOfPulsar(5);
    town.says(town.dev, 1, "hal", "Who painted the Pulsar cluster green for our summer festival?");

    assertThat(proposed()).isEmpty();
  }

  @Test
  void whoSpeaksOfItInAnotherChannelIsNotCounted() {
    town.withEverydayTalk(town.ops, 42, 1);
    speakOfPulsar(3);
    asks(QUESTION);
    for (var person : List.of("dan", "eve", "finn")) {
      town.says(town.ops, 5, person, "The Pulsar cluster needs more memory for the export, too.");
    }

    assertThat(proposed()).isEmpty();
  }
}
