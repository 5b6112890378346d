package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** How surely a reply is said to the question it stands below, and all of what is said to it. */
class ReplyOddsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message QUESTION =
      DEV.says(0, "ada", "Does anyone know how to rotate the signing keys?");
  private static final Message REPLY = DEV.says(5, "bruno", "The vault does it every week");

  @Test
  void whoGoesOnHasNotSaidAllOfIt() {
    var more = DEV.says(6, "bruno", "It needs a token");
    var most = DEV.says(7, "bruno", "The token needs a password");

    assertThat(odds(REPLY, more)).isLessThan(odds(REPLY));
    assertThat(odds(REPLY, more, most)).isLessThan(odds(REPLY, more));
    assertThat(odds(REPLY, DEV.says(6, "carla", "It needs a token"), most)).isEqualTo(odds(REPLY));
  }

  @Test
  void theMoreIsSaidBeforeItTheLessItIsTheAnswer() {
    var one = DEV.says(1, "carla", "One moment");
    var two = DEV.says(2, "ada", "There is a password.");

    assertThat(odds(one, REPLY)).isLessThan(odds(REPLY));
    assertThat(odds(one, two, REPLY)).isLessThan(odds(one, REPLY));
    assertThat(odds(DEV.says(-1, "carla", "One moment"), REPLY)).isEqualTo(odds(REPLY));
  }

  @Test
  void theMoreItsMessageSaysBesideTheLessItIsAllOfTheAnswer() {
    assertThat(odds(DEV.says(5, "bruno", "The vault does it every week. It needs a token.")))
        .isLessThan(odds(REPLY));
  }

  @Test
  void aWordOfAgreementIsNothingThatIsNotTold() {
    assertThat(odds(DEV.says(5, "bruno", "The vault does it every week. You're right.")))
        .isEqualTo(odds(REPLY));
  }

  @Test
  void whoThanksAnotherByNameIsAnsweredByThem() {
    var another = DEV.says(6, "ada", "@carla thanks a lot");
    var both = DEV.says(7, "ada", "@bruno thank you, too");

    assertThat(odds(REPLY, another)).isLessThan(odds(REPLY));
    assertThat(odds(REPLY, another, both)).isEqualTo(odds(REPLY));
    assertThat(odds(REPLY, DEV.says(6, "ada", "Thanks a lot"))).isEqualTo(odds(REPLY));
  }

  @Test
  void theWordsOfTheQuestionTieItToThat() {
    assertThat(odds(DEV.says(5, "bruno", "The vault rotates the keys every week")))
        .isGreaterThan(odds(REPLY));
  }

  /** Of the first reply at minute 5, with what else is said beside the question. */
  private static double odds(Message... others) {
    var all =
        Stream.concat(Stream.of(QUESTION), Stream.of(others)).sorted(Message.IN_ORDER).toList();
    var talk = new Talk(QUESTION.id(), all);
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    var asked = first(lines, QUESTION);
    return new ReplyOdds(talk, lines, asked).of(first(lines, reply(List.of(others))));
  }

  private static Message reply(List<Message> messages) {
    return messages.stream()
        .filter(message -> message.at().equals(REPLY.at()))
        .findFirst()
        .orElseThrow();
  }

  private static Line first(List<Line> lines, Message message) {
    return lines.stream()
        .filter(line -> line.message().id().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }
}
