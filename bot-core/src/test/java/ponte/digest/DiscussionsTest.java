package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;

/** Which talk is worth a line. */
class DiscussionsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final String QUESTION = "Is there a cheaper printer for the parcel labels?";
  private static final String NOT_TO_ALL = "Are the labels of the parcels printed twice?";

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

  @Test
  void whatIsProposedToSomebodyOpensNone() {
    var about = List.of(DEV.says(1, "bruno", "The printer"), DEV.says(2, "carla", "The labels"));

    assertThat(best(after("Is there a cheaper printer for the labels?", about))).hasSize(1);
    assertThat(best(after("Maybe there is a cheaper printer for the labels?", about))).isEmpty();
  }

  @Test
  void aHeadlineThatIsNotSureToTellItsTalkIsNotToldBesideOthers() {
    var unsure = after(NOT_TO_ALL, apart());
    var sure =
        List.of(
            DEV.says(40, "ada", "Who knows a gardener for the terrace of the office?"),
            DEV.says(41, "bruno", "My gardener is away"),
            DEV.says(42, "carla", "A terrace needs no gardener"));

    assertThat(best(unsure)).hasSize(1);
    assertThat(best(sure)).hasSize(1);
    assertThat(ofAll(List.of(unsure, sure)))
        .extracting(draft -> draft.talk().start())
        .containsExactly(sure.getFirst().at());
  }

  @Test
  void whereItsQuestionIsNotSureAnotherOfItsFirstWordsIsTheHeadline() {
    var news =
        DEV.says(0, "ada", "We need somebody who looks after the terrace of our office in May.");
    var unsure = DEV.says(2, "ada", NOT_TO_ALL);
    var sure = DEV.says(2, "ada", "Who knows a gardener for the terrace of the office?");
    var replies =
        List.of(
            DEV.says(3, "bruno", "The terrace of the office needs one in May"),
            DEV.says(4, "carla", "Somebody looks after the terrace in May"));

    assertThat(headline(List.of(unsure, sure), replies)).isEqualTo(sure.id());
    assertThat(headline(List.of(unsure, news), replies)).isEqualTo(unsure.id());
  }

  @Test
  void nothingIsToldOfATalkOfWhichTheHeadlineIsHardlyAnything() {
    var story =
        "It broke in May, when the office was closed, and nobody knew of whom to ask what had become"
            + " of it. It was repaired in June by two people of the company from which it had come"
            + " years ago, and they said that it would print for years. "
            + NOT_TO_ALL;

    assertThat(best(after(story, apart()))).isEmpty();
    assertThat(best(after(NOT_TO_ALL, apart()))).hasSize(1);
  }

  private static MessageId headline(List<Message> first, List<Message> others) {
    var all = Stream.concat(first.stream(), others.stream()).toList();
    return best(all).getFirst().opening().line().message().id();
  }

  private static List<Message> apart() {
    return talk("The choir sings on Monday", "The hall has a new piano").subList(1, 4);
  }

  private static List<Message> after(String first, List<Message> others) {
    var all = new ArrayList<>(List.of(DEV.says(0, "ada", first)));
    all.addAll(others);
    return all;
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
    return ofAll(List.of(messages));
  }

  private static List<Draft> ofAll(List<List<Message>> said) {
    var talks = said.stream().map(each -> new Talk(each.getFirst().id(), each)).toList();
    var analyses = new Analyses(Room.NLP);
    var rules = DigestRules.DEFAULT;
    var drafts =
        new Drafts(
            rules,
            Room.NLP,
            new Reading(analyses, Language.ENGLISH),
            new Topics(talks, List.of(), analyses, Language.ENGLISH),
            each -> each);
    return new Discussions(drafts, rules.rank()).best(talks, 5);
  }
}
