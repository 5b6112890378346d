package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.archive.Filed;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** Which sentence tells what a talk is about. */
class OpeningsTest {

  private static final Chat DEV = Chat.in("C1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should the vault rotate signing keys?",
        "Il vault ruota le chiavi di firma?",
        "What was odd is that the vault rotated the signing keys at noon"
      })
  void aShortQuestionInTheMiddleOfATalkIsNoHeadline(String question) {
    assertThat(headline(false, question)).isEqualTo(question);
    assertThat(headline(true, question)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is there a way to rotate the signing keys of the vault?",
        "Qualcuno sa come si ruotano le chiavi di firma del vault?"
      })
  void whatWhoeverKnowsMayAnswerIsOne(String question) {
    assertThat(headline(true, question)).isEqualTo(question);
  }

  @ParameterizedTest
  @CsvSource({
    "The vault expires its signing keys on Friday. Is there a third option for rotating keys?",
    "Il vault fa scadere le chiavi di firma di venerdì. C'è un'altra via per ruotare le chiavi?"
  })
  void aQuestionIsToldWithWhatItsAuthorSaidRightBefore(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
  }

  @Test
  void wordsBelowAnAnnouncementMayBeAnothers() {
    var words = "Everybody has to rotate the signing keys of the vault on Friday.";

    assertThat(headline(false, words)).isEqualTo(words);
    assertThat(headline(false, "From our director of security:\n" + words)).isNull();
  }

  @Test
  void speechThatWasTakenDownHasNoHeadline() {
    assertThat(headline(false, "The vault of the branch keeps the signing keys of last year"))
        .isNotNull();
    assertThat(headline(false, "the vault of the branch keeps the signing keys of last year"))
        .isNull();
  }

  @Test
  void aTalkIsMidwayWhereItsOpenerWasJustHeard() {
    var before = DEV.says(0, "bruno", "The vault is slow today");
    var near = DEV.says(5, "bruno", "Who moved the keys?");
    var late = DEV.says(30, "bruno", "Who moved the keys?");
    var named = DEV.says(5, "carla", "@bruno who moved the keys?");
    var other = DEV.says(5, "carla", "Who moved the keys?");

    assertThat(second(before, near).midway()).isTrue();
    assertThat(second(before, late).midway()).isFalse();
    assertThat(second(before, named).midway()).isTrue();
    assertThat(second(before, other).midway()).isFalse();
  }

  @Test
  void whatFollowsAnotherTalkCrossesIt() {
    var one = DEV.says(0, "ada", "Who moved the keys?");
    var apart = DEV.says(1, "zoe", "Lunch is ready");
    var reply = DEV.says(2, "bruno", "The vault did");
    var more = DEV.says(3, "bruno", "At noon");

    var talk =
        Talk.of(
                List.of(
                    new Filed(one, one.id()),
                    new Filed(apart, apart.id()),
                    new Filed(reply, one.id()),
                    new Filed(more, one.id())))
            .getFirst();

    assertThat(talk.crossed()).containsExactly(reply.id());
  }

  private static Talk second(Message one, Message other) {
    return Talk.of(List.of(new Filed(one, one.id()), new Filed(other, other.id()))).getLast();
  }

  private static @Nullable String headline(boolean midway, String said) {
    var message = DEV.says(0, "ada", said);
    var talk = new Talk(message.id(), List.of(message), midway, Set.of());
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    return new Openings(DigestRules.DEFAULT.opening(), new Fitness(DigestRules.DEFAULT.fit()))
        .best(talk, lines, Set.of("vault", "key"), new double[lines.size()])
        .map(opening -> opening.line().plain())
        .orElse(null);
  }
}
