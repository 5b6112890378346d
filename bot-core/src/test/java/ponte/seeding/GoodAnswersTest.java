package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.Message;

class GoodAnswersTest {

  private final Town town = new Town();
  private final Message question =
      town.says(
          town.withEverydayTalk(town.dev, 40, 1).dev,
          10,
          "ada",
          "How do I read the calibration files of the spectrometer with the new driver?");

  private Message replies(String author, String text) {
    return town.replies(town.dev, question, author, text);
  }

  private List<Proposal> proposed() {
    return new GoodAnswers(town.acme.archive, town.subjects(), town.wording()).in(town.scene());
  }

  private void assertAnswerIsProposed(Message answer) {
    assertThat(proposed())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.reason())
                    .isEqualTo(new Reason.Answered(question.id(), answer.id())));
  }

  @Test
  void ofSeveralMessagesInARowTheAnswerIsQuotedAndNoNoteToIt() {
    var answer =
        replies(
            "ben",
            "Convert the calibration files with the tool that came with the new driver of the"
                + " spectrometer, then read them as usual.");
    replies("ben", "Note: for the tool to work you will need a version of this year or later.");
    replies("ada", "Thanks, that worked!");

    assertAnswerIsProposed(answer);
  }

  @Test
  void whatTheySaidBeforeSomebodyElseSpokeIsNotTheAnswer() {
    replies(
        "ben",
        "The calibration files of the spectrometer need the new driver to read them, I think.");
    replies("ada", "I have the new driver already.");
    var answer =
        replies(
            "ben",
            "Then convert the calibration files with the tool that came with the driver first.");
    replies("ada", "Thanks, that worked!");

    assertAnswerIsProposed(answer);
  }
}
