package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
    team.acme.talksOfLunch(60);
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

    assertThat(says("eve", "who knows about kafka?"))
        .contains("Answered 2 questions about it, the last one on")
        .contains("Took part in 12 more conversations about it.");
    assertThat(says("eve", "chi sa di kafka?"))
        .contains("Ha risposto a 2 domande su questo, l'ultima il")
        .contains("Ha preso parte ad altre 12 conversazioni su questo.");
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
        .doesNotContain("Answered 5 questions about it")
        .contains("May know. Took part in 5 conversations about it, the last one on");
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
                      start + 120,
                      start,
                      "bob",
                      "kafka restarts by itself, see the kafka runbook"))));
    }

    assertThat(says("eve", "who knows about kafka?"))
        .contains("bob")
        .contains("Answered 5 questions about it")
        .contains("Usually answers within a day.");
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
        .contains(
            "found and read 4 conversations with you in which it comes up",
            "In 4 you wrote nothing in which it comes up")
        .doesNotContain("you did not begin you told");
    assertThat(says("bob", "perché non io su kafka?"))
        .contains("letto 4 conversazioni con te", "In 4 non hai scritto nulla che ne parli");
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

    assertThat(says("eve", "my topics"))
        .contains("thing11, thing10,", "thing1, thing0.")
        .contains("For the older ones, write it, such as: remove topic thing0");
    assertThat(says("eve", "i miei argomenti")).contains("per esempio: togli argomento thing0");
  }

  @Test
  void showsAllTopicsThatSomebodyHides() {
    for (var i = 0; i < 30; i++) {
      says("eve", "hide topic thing" + i);
    }

    assertThat(says("eve", "my topics"))
        .contains("I never name you for: thing29, thing28,", "thing1, thing0")
        .contains("unhide topic thing0");
  }

  @Test
  void believesInNoTopicThatOnlySaysWhen() {
    for (var day = 0; day < 5; day++) {
      team.acme.thread(
          "tech",
          1 + day * DAY,
          "ada: what happened to the kafka brokers last year?",
          "bob: last year the kafka brokers were slow, and last year we moved the kafka brokers");
    }

    assertThat(says("bob", "my topics").toLowerCase(Locale.ROOT))
        .contains("kafka brokers")
        .doesNotContain("hide last year");
  }
}
