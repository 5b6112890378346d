package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** Which replies somebody takes back, or says not to be so. */
class ContradictionsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message QUESTION =
      DEV.says(0, "ada", "Does anyone know how to rotate the signing keys?");
  private static final Message REPLY =
      DEV.says(1, "bruno", "The signing keys rotate with the vault command every week.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "that's not true",
        "@bruno as ada says, that isn't quite right",
        "Hm. I don't think that's how it works",
        "no, the vault forgot that years ago",
        "Nope, it is the console now",
        "Actually no, the console does",
        "not quite, it wants a second key",
        "That no longer works since spring",
        "this won't work on the old host",
        "i disagree",
        "non è vero",
        "@bruno non è più così dalla primavera",
        "no, quello è il comando vecchio",
        "In realtà no, lo fa la console",
        "non credo proprio",
        "ti sbagli",
        "quello non funziona più"
      })
  void whatSomebodyElseSaysIsNotSoIsContradicted(String said) {
    assertThat(isContradicted(DEV.says(2, "carla", said))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no problem, ask again",
        "no idea what it does",
        "That's right",
        "It works for me, too",
        "@ada no, you want the console",
        "nessun problema",
        "è vero",
        "No problem, a domani"
      })
  void whatSomebodyElseSaysBesideItDoesNotContradict(String said) {
    assertThat(isContradicted(DEV.says(2, "carla", said))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oh, you're right, I misread",
        "ah, my mistake",
        "I stand corrected",
        "Yup, i was wrong about that",
        "That can very well be. Good catch.",
        "Good catch!",
        "I was under the impression that you run the old vault",
        "Avevo l'impressione che il vault fosse quello vecchio",
        "può ben essere, ricordavo altro",
        "Scratch that",
        "sorry, I got it backwards",
        "Hai ragione, ho letto male",
        "mi sbagliavo",
        "scusa, errore mio",
        "Sorry, it is the console",
        "oh, scusate, è la console",
        "A small correction: it is the console",
        "Piccola correzione: è la console",
        "Come non detto"
      })
  void whatItsAuthorTakesBackSoonIsContradicted(String said) {
    var between = DEV.says(2, "carla", "It is the console at our place");

    assertThat(isContradicted(DEV.says(2, "bruno", said))).isTrue();
    assertThat(isContradicted(between, DEV.says(3, "bruno", said))).isTrue();
    assertThat(isContradicted(DEV.says(2, "carla", said))).isFalse();
  }

  @Test
  void whatIsSaidMuchLaterIsOfSomethingElse() {
    assertThat(
            isContradicted(
                DEV.says(2, "ada", "I will look"),
                DEV.says(3, "carla", "Me too"),
                DEV.says(4, "ada", "Fine"),
                DEV.says(5, "carla", "that's not true")))
        .isFalse();
  }

  private static boolean isContradicted(Message... after) {
    var said = Stream.concat(Stream.of(QUESTION, REPLY), Stream.of(after)).toList();
    var lines =
        new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(new Talk(QUESTION.id(), said));
    // What is taken back at once is not even read.
    return lines.stream()
        .filter(line -> line.message().equals(REPLY))
        .findFirst()
        .map(reply -> new Contradictions(lines).meet(reply))
        .orElse(true);
  }
}
