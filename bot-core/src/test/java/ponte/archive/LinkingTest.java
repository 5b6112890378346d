package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

class LinkingTest {

  private final Chat chat = Chat.in("dev");
  private final Conversations conversations = new Conversations(Conversations.Rules.DEFAULT);

  @Test
  void tellsTwoConversationsAtOnceApartByWhoIsSpokenTo() {
    var filed =
        file(
            chat.says(0, "ada", "how do I restore the archive from its backup?"),
            chat.says(1, "eve", "where is the printer of the second floor?"),
            chat.says(2, "bob", "@ada with the restore command"),
            chat.says(3, "leo", "@eve the grey one"),
            chat.says(4, "ada", "@bob that worked"));

    assertThat(filed).containsExactly(chat.id(0), chat.id(1), chat.id(0), chat.id(1), chat.id(0));
  }

  @Test
  void joinsAnAnswerThatNamesNobody() {
    var filed =
        file(
            chat.says(0, "ada", "how do I restore the archive from its backup?"),
            chat.says(3, "bob", "the restore command does it"));

    assertThat(filed).containsExactly(chat.id(0), chat.id(0));
  }

  @Test
  void joinsAMondaysAnswerToAFridaysQuestion() {
    var filed =
        file(
            chat.says(0, "ada", "how do I restore the archive?"),
            chat.says(60 * 66, "bob", "@ada there is a restore command for the archive"));

    assertThat(filed).containsExactly(chat.id(0), chat.id(0));
  }

  @Test
  void joinsALaterEchoOfAThreadInTheChannel() {
    var filed =
        file(
            chat.says(0, "ada", "the archive of payments is slow today"),
            chat.replies(2, 0, "bob", "looking at it"),
            chat.says(30, "bob", "@ada the archive of payments is fast again"));

    assertThat(filed).containsExactly(chat.id(0), chat.id(0), chat.id(0));
  }

  @Test
  void neverMovesAMessageOutOfItsThread() {
    var filed =
        file(
            chat.says(0, "ada", "the archive is slow"),
            chat.says(1, "eve", "lunch?"),
            chat.replies(2, 0, "leo", "@eve yes, lunch"));

    assertThat(filed.getLast()).isEqualTo(chat.id(0));
  }

  @Test
  void opensAConversationForEachStrangerWhoAsksOfSomethingElse() {
    assertThat(openings(1)).isGreaterThan(35);
    assertThat(openings(20)).isGreaterThan(35);
  }

  @Test
  void keepsTwoQuestionsOfOtherThingsApartThoughTheSecondFollowsAtOnce() {
    var filed =
        file(
            chat.says(-60, "kim", "the build is red"),
            chat.says(-58, "eve", "on it"),
            chat.says(-30, "kim", "thanks"),
            chat.says(0, "ada", "how do I restore the archive from its backup?"),
            chat.says(1, "eve", "where is the printer of the second floor?"));

    assertThat(filed.getLast()).isEqualTo(chat.id(1));
  }

  @Test
  void joinsWhatAThirdAddsToATalkOfTwoWithoutNamingAnybody() {
    var filed =
        file(
            chat.says(0, "ada", "the search of the archive is slow since the update"),
            chat.says(1, "bob", "@ada is that the archive of payments?"),
            chat.says(2, "ada", "@bob yes, the archive of payments"),
            chat.says(3, "leo", "mine is slow too, the update changed how it reads the archive"));

    assertThat(filed).containsOnly(chat.id(0));
  }

  @Test
  void opensAConversationForAGreetingInTheMidstOfATalk() {
    var filed =
        file(
            chat.says(0, "ada", "the search of the archive is slow"),
            chat.says(1, "bob", "@ada since when?"),
            chat.says(2, "leo", "hello everybody"),
            chat.says(3, "ada", "@bob since the update"));

    assertThat(filed).containsExactly(chat.id(0), chat.id(0), chat.id(2), chat.id(0));
  }

  /** How many conversations strangers open who ask one after another. */
  private long openings(int anHour) {
    var messages = new ArrayList<Message>();
    for (int i = 0; i < 40; i++) {
      messages.add(
          chat.says(i * 60.0 / anHour, "p" + i, "does anybody know about topic" + i + "?"));
    }
    return conversations.file(messages).stream().map(Filed::conversation).distinct().count();
  }

  @Test
  void doesNotCutAMeeting() {
    var people = List.of("ada", "bob", "eve");
    var messages = new ArrayList<Message>();
    for (int i = 0; i < 120; i++) {
      var said =
          i % 7 == 0 ? "what about point number" + i + "?" : "about point " + i / 7 + ", fine";
      messages.add(chat.says(i * 0.25, people.get(i % 3), said));
    }

    assertThat(conversations.file(messages).stream().map(Filed::conversation).distinct())
        .hasSize(1);
  }

  private List<MessageId> file(Message... messages) {
    return conversations.file(List.of(messages)).stream().map(Filed::conversation).toList();
  }
}
