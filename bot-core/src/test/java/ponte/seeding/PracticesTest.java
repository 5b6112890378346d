package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.expert.Workspace;

class PracticesTest {

  private static final String QUESTION =
      "What is the best way to keep the environments of our notebooks reproducible?";

  private final Town town = new Town();

  PracticesTest() {
    town.withEverydayTalk(town.dev, 40, 1);
  }

  private List<Proposal> proposed(int daysAgo, String text, String... others) {
    var question = town.says(town.dev, daysAgo, "ada", text);
    for (var person : others) {
      town.replies(
          town.dev, question, person, "I keep a lock file of the notebook in the repository.");
    }
    return found();
  }

  private List<Proposal> found() {
    return new Practices(town.acme.archive, town.acme.directory, town.wording(), Workspace.NLP)
        .in(town.scene());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        QUESTION,
        "Has anyone used lock files for the environments of notebooks?",
        "How do others deal with the environments of notebooks in their repositories?",
        "Any recommendations for keeping the environments of notebooks reproducible?",
        "Qualcuno usa file di lock per gli ambienti dei notebook?",
        "Can anybody tell me how people keep the environments of notebooks reproducible",
        "Does anybody know how others handle the environments of their notebooks",
        "Qualcuno sa dirmi come distribuite gli ambienti dei notebook",
        "Come gestite gli ambienti dei notebook nei vostri repository?"
      })
  void aQuestionHowOthersDoItThatSeveralSpokeToIsAskedAgain(String text) {
    assertThat(proposed(10, text, "ben", "cleo"))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).isInstanceOf(Reason.Practice.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do others deal with the environments of notebooks? | HELP",
        "Can anyone suggest a good book on the environments of notebooks? | RECOMMENDATIONS",
        "Which tools do people use for the environments of notebooks? | RECOMMENDATIONS",
        "Come gestite gli ambienti dei notebook nei vostri repository? | HELP",
        "Mi consigliate un buon libro sugli ambienti dei notebook? | RECOMMENDATIONS"
      })
  void whoeverWantsSomethingNamedIsToldWhatOthersRecommend(String text, Prompting.Wanted wanted) {
    assertThat(proposed(10, text, "ben", "cleo"))
        .singleElement()
        .satisfies(each -> assertThat(each.wanted()).isEqualTo(wanted));
  }

  @Test
  void whatOneOtherSpokeToIsNot() {
    assertThat(proposed(10, QUESTION, "ben")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Thanks for the lock files, ben.", "Grazie mille per i file di lock, ben."})
  void norIsWhatAnotherOnlyThankedFor(String thanks) {
    var question = town.says(town.dev, 10, "ada", QUESTION);
    town.replies(town.dev, question, "ben", "I keep a lock file in the repository.");
    town.replies(town.dev, question, "cleo", thanks);

    assertThat(found()).isEmpty();
  }

  @Test
  void whoAskedIsNotCountedNorWhoOnlyAskedBack() {
    var question = town.says(town.dev, 10, "ada", QUESTION);
    town.replies(town.dev, question, "ben", "I keep a lock file of them in the repository.");
    town.replies(town.dev, question, "ada", "I will try to keep one of those, too.");
    town.replies(town.dev, question, "cleo", "Which notebooks are those?");
    assertThat(found()).isEmpty();

    town.replies(town.dev, question, "dan", "I build an image of the environments each week.");

    assertThat(found())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.reason())
                    .isEqualTo(new Reason.Practice(question.id(), question.at(), 2)));
  }

  @Test
  void whatPeopleStillSpeakOfIsNot() {
    assertThat(proposed(3, QUESTION, "ben", "cleo")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why does the notebook on the staging server refuse my new password?",
        "Is anyone using lock files for notebooks? I failed to load the one that I have.",
        "Does anyone know why the notebook fails with exit code 32?",
        "Has anyone used the notebook server today, or is it down for everyone?"
      })
  void helpWithOnesOwnTroubleIsNotHowOthersDoIt(String text) {
    assertThat(proposed(10, text, "ben", "cleo")).isEmpty();
  }
}
