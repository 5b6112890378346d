package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** Where flat talk falls into parts. */
class StrandsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message ASKED =
      DEV.says(0, "ada", "Does anyone know why the signing keys expire on Friday?");
  private static final Message ANSWERED =
      DEV.says(1, "bruno", "@ada The signing keys expire by a cron job.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is there a way to print the labels of the parcels twice?",
        "I'm trying to print the labels of the parcels and get empty sheets.",
        "C'è un modo per stampare le etichette dei pacchi due volte?",
        "Sto cercando di stampare le etichette dei pacchi, ma escono fogli vuoti."
      })
  void aMatterOfSomebodyElseBeginsAPartOfItsOwn(String matter) {
    var begun = DEV.says(5, "carla", matter);
    var more = DEV.says(6, "dario", "The labels come out of the second tray");

    assertThat(parts(ASKED, ANSWERED, begun, more))
        .containsExactly(List.of(ASKED, ANSWERED), List.of(begun, more));
  }

  @Test
  void whileTheFirstOneIsHeardOrNamedItIsOneTalk() {
    var begun = DEV.says(5, "carla", "Is there a way to print the labels of the parcels twice?");

    assertThat(parts(ASKED, begun, DEV.says(6, "ada", "The second tray prints labels"))).hasSize(1);
    assertThat(parts(ASKED, begun, DEV.says(6, "bruno", "@ada by a cron job"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cron job of the vault moves them every week.",
        "Which version do you run on that server of yours?",
        "I'm trying to find out why the signing keys expire, too.",
        "I have a similar problem since last week with mine.",
        "Anche a me succede da una settimana, non capisco perché."
      })
  void whoAnswersOrAsksBackGoesOn(String said) {
    assertThat(parts(ASKED, DEV.says(5, "carla", said), DEV.says(6, "dario", "The same here")))
        .hasSize(1);
  }

  @Test
  void whoWasCalledByNameAnswers() {
    var called = DEV.says(0, "ada", "@carla does the cron job of the vault still run?");
    var begun = DEV.says(5, "carla", "Is there a way to print the labels of the parcels twice?");

    assertThat(parts(called, begun, DEV.says(6, "dario", "From the second tray"))).hasSize(1);
  }

  @Test
  void whoSpokeBeforeBeginsAnewAfterASilence() {
    var matter = "Is there a way to print the labels of the parcels twice?";
    var more = DEV.says(100, "dario", "The labels come out of the second tray");

    assertThat(parts(ASKED, ANSWERED, DEV.says(5, "bruno", matter), more)).hasSize(1);
    assertThat(parts(ASKED, ANSWERED, DEV.says(90, "bruno", matter), more)).hasSize(2);
  }

  @Test
  void aThreadIsNeverCut() {
    var begun =
        DEV.replies(5, 0, "carla", "Is there a way to print the labels of the parcels twice?");

    assertThat(parts(ASKED, begun, DEV.replies(6, 0, "dario", "From the second tray"))).hasSize(1);
  }

  private static List<List<Message>> parts(Message... messages) {
    var reading = new Reading(new Analyses(Room.NLP), Language.ENGLISH);
    return new Strands(reading)
        .of(new Talk(messages[0].id(), List.of(messages))).stream().map(Talk::messages).toList();
  }
}
