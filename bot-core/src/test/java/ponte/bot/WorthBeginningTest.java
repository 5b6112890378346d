package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.seeding.Reason;
import ponte.seeding.Seed;

/** What is proposed is true, and something to talk about; all else is not proposed. */
class WorthBeginningTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final String QUESTION =
      "how do we rotate the certificates of the payment gateway before they expire?";

  private static final String LIBRARY =
      "which library do we take to render the invoices of the web shop?";
  private static final String PRACTICE =
      "How do others deal with the environments of notebooks in their repositories?";

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));

  @BeforeEach
  void aChannel() {
    team.acme.open("ops");
  }

  private Instant ago(Duration ago) {
    return team.acme.clock.instant().minus(ago);
  }

  private MessageId asked(String text, Duration ago) {
    return team.posted("kim", OPS, text, ago(ago));
  }

  private String proposed() {
    return words(team.says("ada", "what should we talk about in #ops?"));
  }

  @Test
  void aWaitingQuestionIsProposedInItsOwnWords() {
    asked(QUESTION, Duration.ofDays(6));

    assertThat(proposed())
        .contains(
            "‘How do we rotate the certificates of the payment gateway before they expire?’ This question has been waiting");
  }

  @Test
  void whatWasAskedGoesFromTheTextWithTheQuestion() {
    var question = asked(QUESTION, Duration.ofDays(6));
    var seed = SeedingTest.seedOf(team.says("ada", "what should we talk about in #ops?"));

    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    var posted = team.posted(OPS).getLast();
    assertThat(words(posted.reply()))
        .contains("payment gateway before they expire?’ This question");
    team.takesBack(question);
    team.passes(Duration.ofSeconds(10));

    assertThat(words(team.standing(posted))).doesNotContain("gateway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answering my own question: instructions are online, if one does not mind the length",
        "never mind, but thank you",
        "please disregard my question",
        "mi rispondo da sola: non serve niente, se si usa il portale",
        "come non detto"
      })
  void whatItsAskerAnsweredOrCalledOffIsNotProposed(String said) {
    var question = asked(QUESTION, Duration.ofDays(6));
    team.said("kim", question, said, ago(Duration.ofDays(6).minusMinutes(47)));

    assertThat(proposed()).contains("find nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our symposium on data pipelines is soliciting abstracts. Who would like to submit one?",
        "We are co-hosting an open discussion on documentation tools. Which topics would you add?",
        "Please register for the workshop on container images. Who wants to give a talk there?",
        "Siete tutti invitati al seminario sulle immagini dei container. Chi vuole parlare?",
        "Stiamo organizzando un incontro sulle immagini dei container. Quali temi proponete?",
        "Is the staging database of the payment gateway down for anyone else?",
        "Anyone else seeing timeouts of the staging database since the upgrade of the gateway?",
        "Il database di prova del gateway è giù di nuovo, che cosa dobbiamo fare?",
        "Who can show me the certificate rotation of the gateway on March 21st?",
        "Chi mi mostra il rinnovo dei certificati del gateway il 21 marzo?"
      })
  void callsOutagesAndWhatIsOverAreNoQuestionsThatWait(String text) {
    asked(text, Duration.ofDays(6));

    assertThat(proposed()).contains("find nothing");
  }

  @ParameterizedTest
  @CsvSource({"12, true", "16, false"})
  void aQuestionIsProposedAsLongAsSomebodyMayWaitForAnAnswer(int days, boolean proposed) {
    asked(QUESTION, Duration.ofDays(days));

    assertThat(proposed().contains("nobody is seen to have answered")).isEqualTo(proposed);
  }

  @Test
  void twoOfOneChannelAreProposedForMomentsAWeekApart() {
    asked(LIBRARY, Duration.ofDays(7));
    answered(SECOND, "kim: that worked, thanks!");

    team.says("ada", "what should we talk about?");

    assertThat(moments()).hasSize(2);
    assertThat(Duration.between(moments().getFirst(), moments().getLast()))
        .isGreaterThanOrEqualTo(Duration.ofDays(7));
  }

  @Test
  void aQuestionThatWouldWaitForAnotherOfItsChannelForAWeekIsNotProposed() {
    asked(QUESTION, Duration.ofDays(6));
    asked(LIBRARY, Duration.ofDays(7));

    team.says("ada", "what should we talk about?");
    assertThat(moments()).hasSize(1);

    team.says("ada", "what should we talk about?");
    assertThat(moments()).hasSize(1);
  }

  @Test
  void whatSeveralSpokeToIsNotProposedForMoreThanAWeekLater() {
    asked(QUESTION, Duration.ofDays(6));
    var practice = asked(PRACTICE, Duration.ofDays(10));
    var later = ago(Duration.ofDays(10).minusMinutes(9));
    team.said("bob", practice, "I keep a lock file of the notebook in the repository.", later);
    team.said("eve", practice, "We write the environments into a container.", later);

    team.says("ada", "what should we talk about?");
    assertThat(reasons()).containsExactly(Reason.Waiting.class);

    team.presses("ada", new Command.Seed(new Sowing.Leave(only().ref())));
    team.says("ada", "what should we talk about?");
    assertThat(reasons()).containsExactlyInAnyOrder(Reason.Waiting.class, Reason.Practice.class);
  }

  private Seed only() {
    return team.ponte.seeding().seeds().in(OPS.workspace()).getFirst();
  }

  private List<Class<?>> reasons() {
    return team.ponte.seeding().seeds().in(OPS.workspace()).stream()
        .<Class<?>>map(seed -> seed.reason().getClass())
        .toList();
  }

  @Test
  void twoOfTwoChannelsMayHaveTheSameMoment() {
    asked(QUESTION, Duration.ofDays(6));
    team.posted("kim", Team.DEV, LIBRARY, ago(Duration.ofDays(7)));

    team.says("ada", "what should we talk about?");

    assertThat(moments()).hasSize(2);
    assertThat(moments().getFirst()).isEqualTo(moments().getLast());
  }

  private List<Instant> moments() {
    return team.ponte.seeding().seeds().in(OPS.workspace()).stream()
        .map(Seed::due)
        .sorted()
        .toList();
  }

  @Test
  void whereNewsAreToldNothingWaitsForAnAnswer() {
    var news = Chat.in("announce").channel();
    team.acme.open("announce");
    team.posted("kim", news, QUESTION, ago(Duration.ofDays(6)));

    assertThat(words(team.says("ada", "what should we talk about in #announce?")))
        .contains("find nothing");
  }

  @Test
  void whoAsksForOpinionsIsNotSaidToNeedHelp() {
    asked(
        "Are there any particular Terraform topics that our community would like to be covered in the tutorial?",
        Duration.ofDays(6));

    assertThat(proposed()).contains("wishes and opinions").doesNotContain("Who has met");
  }

  private void answered(String... said) {
    var question = asked(QUESTION, Duration.ofDays(4));
    var at = ago(Duration.ofDays(4));
    for (var line : said) {
      at = at.plus(Duration.ofMinutes(5));
      team.said(line.substring(0, 3), question, line.substring(5), at);
    }
  }

  private static final String FIRST =
      "bob: the gateway reads the certificates from the old vault on the bastion host";
  private static final String SECOND =
      "bob: run the rotation job of the vault, which writes new certificates for the gateway";

  @Test
  void theAnswerThatWasThankedForIsQuotedAndNoOther() {
    answered(FIRST, SECOND, "kim: that worked, thanks!");

    var preview = preview();

    assertThat(preview)
        .contains("payment gateway before they expire?’ This answer helped", "run the rotation");
    assertThat(preview).doesNotContain("old vault");
  }

  private String preview() {
    var seed = SeedingTest.seedOf(team.says("ada", "what should we talk about in #ops?"));
    return words(team.presses("ada", new Command.Seed(new Sowing.Show(seed))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob: wait, that is misleading. Ignore my last comment.",
        "bob: scrap that",
        "bob: come non detto, mi sbagliavo"
      })
  void anAnswerThatWasTakenBackIsNotProposed(String later) {
    answered(SECOND, "kim: that worked, thanks!", later);

    assertThat(proposed()).contains("find nothing");
  }

  @Test
  void whoIsGladThatItWorksHasAnsweredNothing() {
    answered(
        "bob: I am really glad that people rotate the certificates of the gateway",
        "kim: that worked, thanks!");

    assertThat(proposed()).contains("find nothing");
  }

  @Test
  void whatWasDoneForOneHelpsNobodyElse() {
    answered(
        "bob: the new certificates have been installed on the gateway, please test it",
        "kim: that worked, thanks!");

    assertThat(proposed()).contains("find nothing");
  }
}
