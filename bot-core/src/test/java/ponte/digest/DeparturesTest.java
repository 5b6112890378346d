package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** Where flat talk leaves what it began with. */
class DeparturesTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message ASKED =
      DEV.says(0, "ada", "Does anyone know why the signing keys expire on Friday?");
  private static final Message ANSWERED =
      DEV.says(1, "bruno", "@ada A cron job moves the keys into the vault.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By the way, which printer takes the labels of the parcels?",
        "How is that port of the label printer to the new warehouse software going?",
        "A proposito, quale stampante prende le etichette dei pacchi?"
      })
  void whatIsAskedAnewAndTalkedOfFromThenOnIsAPartOfItsOwn(String anew) {
    var begun = DEV.says(5, "ada", anew);
    var rest = rest("Labels come out of the second tray");

    assertThat(parts(with(rest, ASKED, ANSWERED, begun)))
        .containsExactly(List.of(ASKED, ANSWERED), with(rest, begun));
  }

  @Test
  void whoAsksTheRoomRightAfterSomebodyBeginsAPart() {
    var begun = DEV.says(1, "carla", "Is there a printer for the labels of the parcels?");
    var rest = rest("Labels come out of the second tray");

    assertThat(parts(with(rest, ASKED, begun))).containsExactly(List.of(ASKED), with(rest, begun));
    assertThat(
            parts(with(rest, ASKED, DEV.says(1, "carla", "Which version do you run at home now?"))))
        .hasSize(1);
  }

  @Test
  void aTalkThatComesBackToItsMatterIsOne() {
    var begun = DEV.says(5, "ada", "By the way, which printer takes the labels of the parcels?");

    assertThat(parts(with(rest("Both the keys and the labels do"), ASKED, ANSWERED, begun)))
        .hasSize(1);
  }

  @Test
  void aFewWordsMoreAreNoPart() {
    var begun = DEV.says(5, "ada", "By the way, which printer takes the labels of the parcels?");

    assertThat(parts(List.of(ASKED, ANSWERED, begun, DEV.says(6, "bruno", "The second one"))))
        .hasSize(1);
  }

  @Test
  void aThreadIsNeverCut() {
    var thread = new ArrayList<>(List.of(ASKED));
    thread.add(DEV.replies(1, 0, "bruno", "@ada A cron job moves the keys into the vault."));
    thread.add(DEV.replies(5, 0, "ada", "By the way, which printer takes the parcel labels?"));
    for (int i = 6; i < 12; i++) {
      thread.add(DEV.replies(i, 0, "bruno", "Labels come out of the second tray"));
    }

    assertThat(parts(thread)).hasSize(1);
  }

  private static List<Message> rest(String words) {
    var rest = new ArrayList<Message>();
    for (int i = 6; i < 12; i++) {
      rest.add(DEV.says(i, i % 2 == 0 ? "bruno" : "ada", words));
    }
    return rest;
  }

  private static List<Message> with(List<Message> rest, Message... first) {
    var all = new ArrayList<>(Arrays.asList(first));
    all.addAll(rest);
    return all;
  }

  private static List<List<Message>> parts(List<Message> said) {
    var analyses = new Analyses(Room.NLP);
    var talk = new Talk(said.getFirst().id(), said);
    var topics = new Topics(List.of(talk), List.of(), analyses, Language.ENGLISH);
    return new Departures(new Reading(analyses, Language.ENGLISH), topics)
        .of(talk).stream().map(Talk::messages).toList();
  }
}
