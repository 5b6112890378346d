package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.nlp.Summaries.Turn;

class SummariesTest {

  private final Nlp nlp = Nlp.shared();

  @Test
  void takesWhatTheConversationIsAboutAndLeavesSmallTalkOut() {
    var summary =
        summary(
            2,
            new Turn("ada", "Hi all! The release of the billing service failed on Monday night."),
            new Turn("bob", "Good morning, nice weather here."),
            new Turn("cleo", "The billing service failed because the release lacked a migration."),
            new Turn("bob", "Lunch was great by the way."));

    assertThat(summary)
        .containsExactlyInAnyOrder(
            "The release of the billing service failed on Monday night.",
            "The billing service failed because the release lacked a migration.");
  }

  @Test
  void saysNothingTwice() {
    var summary =
        summary(
            2,
            new Turn("ada", "The billing service failed because of the migration."),
            new Turn("bob", "The billing service failed because of the migration."),
            new Turn("cleo", "Dana rolls the migration of the billing service back tonight."));

    assertThat(summary)
        .containsExactly(
            "The billing service failed because of the migration.",
            "Dana rolls the migration of the billing service back tonight.");
  }

  @Test
  void readsItalianAsWell() {
    var summary =
        summary(
            1,
            new Turn("ada", "Ciao a tutti!"),
            new Turn(
                "bob", "Allora, ehm, il rilascio del servizio di fatturazione è fallito lunedì."),
            new Turn("cleo", "Che bella giornata."),
            new Turn("dino", "Il servizio di fatturazione riparte dopo il rilascio di stasera."));

    assertThat(summary)
        .containsExactly("il rilascio del servizio di fatturazione è fallito lunedì.");
  }

  @Test
  void neverTakesMoreThanThereIs() {
    assertThat(summary(5, new Turn("ada", "Just this."))).containsExactly("Just this.");
    assertThat(summary(5)).isEmpty();
    assertThat(summary(0, new Turn("ada", "Just this."))).isEmpty();
  }

  @Test
  void leavesOutWhatSaysNothing() {
    assertThat(Speech.clean("So , uh , we we need , you know , the the key ."))
        .isEqualTo("we need , you know , the key .");
    assertThat(Speech.clean("No, no, that that is had had."))
        .isEqualTo("No, no, that that is had had.");
    assertThat(Speech.clean("Uh . Hmm .")).isEmpty();
  }

  @Test
  void joinsLinesThatAMailProgramBroke() {
    assertThat(
            Speech.joined(
                """
                I have been thinking about the section on validation and am not quite
                convinced of it.
                > you wrote this
                Regards,
                Ada
                """))
        .isEqualTo(
            """
            I have been thinking about the section on validation and am not quite convinced of it.

            Regards,
            Ada
            """
                .strip());
  }

  private List<String> summary(int limit, Turn... turns) {
    var sentences = nlp.spoken(List.of(turns), Language.ENGLISH);
    return nlp.summary(sentences, limit).stream().map(at -> sentences.get(at).text()).toList();
  }
}
