package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** Which talk is worth a line. */
class DiscussionsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final String QUESTION = "Is there a cheaper printer for the parcel labels?";

  @Test
  void aLongTalkThatHasNothingOfItsOpeningIsNone() {
    var apart = talk("The choir sings on Monday", "The hall has a new piano");

    assertThat(best(apart)).isEmpty();
    assertThat(best(apart.subList(0, 5))).hasSize(1);
    assertThat(best(talk("The old printer was cheaper", "The hall has a new piano"))).hasSize(1);
  }

  @Test
  void whereTheOneWhoBeganIsHeardOrNamedItIsOne() {
    var apart = talk("The choir sings on Monday", "The hall has a new piano");

    assertThat(best(with(apart, DEV.says(20, "ada", "The second tray, then")))).hasSize(1);
    assertThat(best(with(apart, DEV.says(20, "carla", "@ada the second tray")))).hasSize(1);
  }

  private static List<Message> talk(String one, String other) {
    var messages = new ArrayList<>(List.of(DEV.says(0, "ada", QUESTION)));
    for (int i = 1; i <= 9; i++) {
      messages.add(
          i % 2 == 0 ? DEV.says(i, "bruno", one + " " + i) : DEV.says(i, "carla", other + " " + i));
    }
    return messages;
  }

  private static List<Message> with(List<Message> messages, Message more) {
    var all = new ArrayList<>(messages);
    all.add(more);
    return all;
  }

  private static List<Draft> best(List<Message> messages) {
    var talk = new Talk(messages.getFirst().id(), messages);
    var analyses = new Analyses(Room.NLP);
    var rules = DigestRules.DEFAULT;
    var drafts =
        new Drafts(
            rules,
            Room.NLP,
            new Reading(analyses, Language.ENGLISH),
            new Topics(List.of(talk), List.of(), analyses, Language.ENGLISH),
            each -> each);
    return new Discussions(drafts, rules.rank()).best(List.of(talk), 5);
  }
}
