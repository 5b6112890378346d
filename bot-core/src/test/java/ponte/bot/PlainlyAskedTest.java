package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;

/** Short questions about colleagues, as people put them, and who is named. */
class PlainlyAskedTest {

  private static final double DAY = 24 * 60;

  private final Team team = new Team("2026-06-10T10:00:00Z");

  @BeforeEach
  void bobAndKimKnowKafka() {
    team.acme.open("tech");
    team.acme.talksOfLunch(60);
    for (var day = 0; day < 4; day++) {
      team.acme.thread(
          "tech",
          1 + day * DAY,
          "ada: how does kafka restart after the upgrade?",
          "bob: kafka restarts by itself, see the kafka runbook",
          "kim: kafka needs the certificates on each kafka node");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who's the kafka person?",
        "who is our kafka guy?",
        "any idea who handles kafka?",
        "whom should I ask about kafka",
        "who else knows kafka?",
        "who knows kafka best?",
        "who in the company knows kafka",
        "who understands kafka",
        "who worked on kafka last year?",
        "who could I pair with on kafka?",
        "find me a kafka expert",
        "kafka experts",
        "I need someone who knows kafka",
        "looking for someone who knows kafka",
        "who knows about kafka or terraform?",
        "who in this team knows kafka?",
        "who'd be the right person for kafka?",
        "I'm looking for a kafka person",
        "who in IT knows about kafka?",
        "chi mi aiuta con kafka?",
        "chi devo contattare per kafka?",
        "chi tra voi conosce kafka?",
        "chi potrebbe sapere qualcosa di kafka?",
        "di kafka chi ne sa?",
        "chi ne sa più di me di kafka?",
        "mi serve una mano con kafka, chi c'è?",
        "chi in contabilità si occupa di kafka?",
        "c'è qualcuno che mastica kafka?",
        "chi conosce terraform o kafka?"
      })
  void namesWhoKnowsHoweverItIsPut(String question) {
    assertThat(says(question)).contains("kim", "bob");
  }

  @ParameterizedTest
  @CsvSource({
    "who knows about terraform or kafka?,Nobody found",
    "chi conosce terraform oppure kafka?,Nessuno"
  })
  void saysOfWhichAlternativeNobodyKnows(String question, String nobody) {
    assertThat(says(question)).containsSubsequence(nobody, "terraform", "kafka", "bob");
  }

  @ParameterizedTest
  @CsvSource({
    "who in IT knows about kafka?,Of those whose profile names “IT” I found nobody",
    "chi in IT sa di kafka?,Tra chi nel profilo ha «IT» non ho trovato nessuno"
  })
  void saysThatNobodyOfATeamIsAmongThem(String question, String remark) {
    assertThat(says(question)).contains(remark);
  }

  @Test
  void looksForItAsATopic() {
    assertThat(says("who knows about IT?"))
        .contains("IT")
        .doesNotContain("I did not quite get that");
  }

  @Test
  void offersToAskWhoKnowsWhereATopicIsAllThatIsSaid() {
    assertThat(Team.commands(team.says("eve", "kafka"))).contains(new Command.WhoKnows("kafka"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why did you not suggest bob for kafka?",
        "why didn't you recommend bob for kafka?",
        "why bob for kafka?",
        "why do you suggest bob for kafka?",
        "how come bob isn't named for kafka?",
        "perché proprio bob per kafka?",
        "perché suggerisci bob per kafka?",
        "come mai bob non compare per kafka?"
      })
  void explainsHoweverItIsAsked(String question) {
    assertThat(says(question)).contains("bob", "kafka").doesNotContain("Nobody found", "Nessuno");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how come I'm not named for kafka?",
        "how come you didn't suggest me for kafka?",
        "why me for kafka?",
        "perché proprio io per kafka?",
        "come mai non compaio io per kafka?",
        "perché non mi suggerisci per kafka?"
      })
  void explainsToSomebodyWhyNotThem(String question) {
    assertThat(says(question)).contains("kafka").doesNotContain("Nobody found", "Nessuno trovato");
    assertThat(Team.commands(team.says("eve", question)))
        .isEqualTo(Team.commands(team.says("eve", "why not me about kafka?")));
  }

  @ParameterizedTest
  @CsvSource({
    "bob is not the right person for kafka",
    "bob isn't the right one for kafka",
    "bob non è la persona giusta per kafka"
  })
  void leadsToTheButtonWhereSomebodyIsCalledNotRight(String said) {
    assertThat(Team.commands(team.says("eve", said)))
        .startsWith(
            new Command.WhoKnows("kafka"),
            new Command.WhyNot(new Command.Whom.Called("bob"), "kafka"));
  }

  private String says(String text) {
    return Team.words(team.says("eve", text));
  }
}
