package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;

/**
 * What is said of those who are named is true, and nobody makes themselves or another known alone.
 */
class NamedTruthfullyTest {

  private static final double DAY = 24 * 60;
  private static final ChannelId TECH = Chat.in("tech").channel();

  private final Team team = new Team("2026-06-10T10:00:00Z");

  @BeforeEach
  void peopleTalkOfLunch() {
    team.acme.open("tech");
    for (var day = 0; day < 60; day++) {
      team.acme.thread(
          "random",
          30 + day * DAY,
          "ada: who is coming for lunch and what do people want to know about the new person?",
          "eve: the pizza place is best, last year it was better before they moved");
    }
  }

  private void kafka(int days, String... said) {
    for (var day = 0; day < days; day++) {
      team.acme.thread("tech", 1 + day * DAY, said);
    }
  }

  private void bobAndKimAnswer(int days) {
    kafka(
        days,
        "ada: how does kafka restart after the upgrade?",
        "bob: kafka restarts by itself, see the kafka runbook",
        "kim: kafka needs the certificates on each kafka node");
  }

  private String says(String name, String text) {
    team.passes(Duration.ofSeconds(3));
    return Team.words(team.says(name, text));
  }

  @Test
  void countsNoThanksBelowAnAnnouncementAsAnAnsweredQuestion() {
    kafka(
        2,
        "ada: how does kafka restart after the upgrade?",
        "bob: kafka restarts by itself, see the runbook");
    for (var day = 2; day < 14; day++) {
      team.acme.thread(
          "tech",
          1 + day * DAY,
          "ada: the kafka upgrade is rolled out in stage " + day,
          "bob: thanks a lot, great work");
    }

    assertThat(says("eve", "who knows about kafka?")).contains("Answered 2 questions");
  }

  @Test
  void isNotSureOfWhoBringsUpAWordWhereSomethingElseIsAsked() {
    for (var day = 0; day < 5; day++) {
      team.acme.thread(
          "tech",
          1 + day * DAY,
          "ada: where shall we have lunch on day " + day + "?",
          "bob: terraform terraform, I am the terraform champion.");
    }

    assertThat(says("eve", "who knows about terraform?"))
        .doesNotContain("Knows this well")
        .doesNotContain("Answered 5 questions about it");
  }

  @Test
  void countsAnswersToWhatAProgramAskedForSomebody() {
    var chat = Chat.in("tech");
    for (var day = 0; day < 5; day++) {
      var start = 1 + day * DAY;
      team.acme.archive.apply(
          List.of(
              Chat.posted(
                  chat.message(
                      start,
                      "ponte",
                      Message.Kind.BOT,
                      null,
                      "eve is looking for somebody who knows about this: how does kafka restart?")),
              Chat.posted(
                  chat.replies(
                      start + 1,
                      start,
                      "bob",
                      "kafka restarts by itself, see the kafka runbook"))));
    }

    assertThat(says("bob", "why not me about kafka?")).doesNotContain("none with an answer");
    assertThat(says("eve", "who knows about kafka?")).contains("bob");
  }

  @Test
  void countsAnswersToWhatPonteAskedTheRoom() {
    bobAndKimAnswer(1); // So that the channel is known.
    var questions = List.of("terraform state locks", "how do I unlock the terraform state");
    for (var question : questions) {
      team.passes(Duration.ofSeconds(3));
      team.presses("ada", new Command.Post(TECH, question));
    }
    for (var posted : team.posted(TECH)) {
      var place = team.platform.posted(TECH, posted.key()).orElseThrow();
      team.replies(
          "bob", place, "unlock the terraform state with the terraform force-unlock command");
    }

    assertThat(says("eve", "who knows about terraform?")).contains("bob");
  }

  @Test
  void givesNoReasonThatContradictsItself() {
    kafka(
        4,
        "ada: how does kafka restart after the upgrade?",
        "bob: yes, I will have a look at it right now",
        "kim: kafka restarts by itself, see the kafka runbook");

    assertThat(says("bob", "why not me about kafka?"))
        .doesNotContain("4 conversations with you about it, 4 with an answer of yours");
  }

  @Test
  void letsNobodyAloneMakeAnotherKnowItWell() {
    bobAndKimAnswer(3);
    assertThat(says("ada", "who knows about kafka?")).doesNotContain("Knows this well");

    says("eve", "bob helped me with kafka");

    assertThat(says("ada", "who knows about kafka?")).doesNotContain("Knows this well");
  }

  @Test
  void showsAllTopicsThatSomebodyAdded() {
    for (var i = 0; i < 12; i++) {
      says("eve", "add topic: thing" + i);
    }
    assertThat(says("ada", "who knows about thing1?")).contains("eve");

    assertThat(says("eve", "my topics")).contains("thing0").contains("thing1,");
  }
}
