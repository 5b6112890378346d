package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

class OutcomesTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message QUESTION =
      DEV.says(0, "ada", "Does anyone know how to rotate the signing keys?");
  private static final String ONE = "The signing keys rotate with the vault command every week.";
  private static final String OTHER = "The signing keys rotate with the admin console every week.";

  @Test
  void prefersWhatTheAskerThankedFor() {
    assertThat(best(answer(1, "bruno", ONE), answer(2, "carla", OTHER))).isEqualTo(ONE);
    assertThat(
            best(
                answer(1, "bruno", ONE),
                answer(2, "dino", "ok"),
                answer(3, "dino", "lol"),
                answer(4, "zoe", "lol"),
                answer(5, "carla", OTHER),
                answer(6, "ada", "thanks a lot")))
        .isEqualTo(OTHER);
  }

  @Test
  void prefersWhatSomebodyElseApprovedOf() {
    var approved = answer(5, "carla", OTHER).with(List.of(Chat.reaction("+1", "dino")));
    var approvedByItsAuthor = answer(5, "carla", OTHER).with(List.of(Chat.reaction("+1", "carla")));

    assertThat(best(answer(1, "bruno", ONE), approved)).isEqualTo(OTHER);
    assertThat(best(answer(1, "bruno", ONE), approvedByItsAuthor)).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which signing keys should the vault rotate?",
        "Same issue with the signing keys here, they never rotate.",
        "Anch'io non so come si ruotano le chiavi di firma.",
        "Does anyone know how to rotate the signing keys",
        "Thanks for asking about the signing keys and the vault.",
        "lol"
      })
  void takesNoQuestionNoEchoAndNoThanksForAnAnswer(String text) {
    assertThat(best(answer(1, "bruno", "ok"), answer(2, "carla", text))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refers to the signing keys that rotate in the vault.",
        "In this case the signing keys rotate with the vault command.",
        "The signing keys rotate like so:",
        "You said the signing keys rotate with the vault command."
      })
  void takesNothingForAnAnswerThatCannotStandAlone(String text) {
    assertThat(best(answer(1, "bruno", text))).isNull();
  }

  @Test
  void addsWhatAnAnswerLeansOn() {
    assertThat(
            best(
                answer(
                    1,
                    "bruno",
                    "The vault command rotates the signing keys. It asks for an admin.")))
        .startsWith("The vault command rotates the signing keys.");
    assertThat(best(answer(1, "bruno", "Yes. The vault command rotates the signing keys.")))
        .isEqualTo("Yes. The vault command rotates the signing keys.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The old console is gone. The signing keys rotate with the vault command.",
        "La vecchia console non c'è più. Le chiavi di firma si ruotano con il comando del vault."
      })
  void anAnswerIsToldFromItsBeginning(String said) {
    assertThat(best(answer(1, "bruno", said))).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't know the vault of the branch. The signing keys rotate with the vault command.",
        "The signing keys rotate with the vault command. Not sure about the branch though.",
        "The signing keys rotate with the vault command. Which version of the vault is it?",
        "Non so com'è il vault della filiale. Le chiavi di firma si ruotano con il comando.",
        "Note that the signing keys of the vault rotate every week.",
        "Da notare che le chiavi di firma del vault ruotano ogni settimana."
      })
  void whoIsNotSureOrHasToAskGivesNoAnswer(String said) {
    assertThat(best(answer(1, "bruno", said))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The signing keys rotate with the vault command. It is a plain one. Dunno, really.",
        "Assuming you have a vault: \n- the signing keys rotate with the vault command",
        "That's right, but the vault went. The signing keys rotate with the vault command.",
        "The signing keys rotate with a command which is a little less drastic.",
        "I am quite surprised, the signing keys rotate with the vault command.",
        "Se hai un vault: \n- le chiavi di firma (signing keys) si ruotano con il comando",
        "Hai ragione, ma il vault è andato. Le signing keys ruotano con il comando del vault.",
        "Le signing keys si ruotano con un comando un po' meno drastico.",
        "Sono molto sorpreso, le signing keys ruotano con il comando del vault."
      })
  void whatIsNotTrueWithoutItsRestIsNoAnswer(String said) {
    assertThat(best(answer(1, "bruno", said))).isNull();
  }

  @Test
  void aMessageOfTwoSentencesIsToldWhole() {
    var two = ONE + " It is all done by night.";

    assertThat(best(answer(1, "bruno", two))).isEqualTo(two);
    assertThat(best(answer(1, "bruno", two + " Nobody has to be there.")))
        .isNotEqualTo(two)
        .startsWith(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Right!", "Giusto!"})
  void aWordOfAgreementIsNoMissingHalf(String word) {
    assertThat(best(answer(1, "bruno", word + " " + ONE))).endsWith(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IIRC, ", "AFAIK, "})
  void tellsThatSomebodyOnlyRecallsIt(String hedge) {
    assertThat(best(answer(1, "bruno", hedge + ONE))).isIn(null, hedge + ONE);
  }

  @Test
  void addsNothingAcrossABlockOfCode() {
    var code =
        answer(
            1, "bruno", "Use the vault command for signing keys: ```vault rotate``` It rotates.");

    assertThat(best(code)).isNotEqualTo("Use the vault command for signing keys: It rotates.");
  }

  @Test
  void takesNoWordOfTheAskerForAnAnswer() {
    assertThat(best(answer(1, "bruno", "ok"), answer(2, "ada", ONE))).isNull();
  }

  private static Message answer(double minute, String author, String text) {
    return DEV.replies(minute, 0, author, text);
  }

  private static @Nullable String best(Message... answers) {
    var talk =
        new Talk(QUESTION.id(), Stream.concat(Stream.of(QUESTION), Stream.of(answers)).toList());
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    var central = Room.NLP.centrality(lines.stream().map(Line::terms).toList());
    return new Outcomes(DigestRules.DEFAULT.outcome(), new Fitness(DigestRules.DEFAULT.fit()))
        .best(talk, lines, lines.getFirst(), central)
        .map(Line::plain)
        .orElse(null);
  }
}
