package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.conversation.Message;

class LinkNetworkTest {

  private final Chat chat = Chat.in("dev");

  @Test
  void scoresEachCandidateAndThenTheOpening() {
    assertThat(
            scores(
                chat.says(3, "ada", "more"),
                chat.says(1, "bob", "first"),
                chat.says(2, "eve", "second")))
        .hasSize(3);
  }

  @Test
  void ratesTheMessageOfWhoIsNamedHighest() {
    var scores =
        scores(
            chat.says(3, "leo", "@ada with the restore command"),
            chat.says(1, "ada", "how do I restore the archive?"),
            chat.says(2, "eve", "lunch?"));

    assertThat(scores[0]).isGreaterThan(scores[1]).isGreaterThan(scores[2]);
  }

  @Test
  void ratesTheOpeningHigherTheLongerNobodySpoke() {
    assertThat(leadOfOpening(24 * 60)).isGreaterThan(leadOfOpening(1));
  }

  /** By how much opening a conversation outdoes the one message before. */
  private double leadOfOpening(double minutes) {
    var scores =
        scores(
            chat.says(minutes, "leo", "the disk of the server is full"),
            chat.says(0, "ada", "the build is red"));
    return scores[1] - scores[0];
  }

  private static double[] scores(Message message, Message... before) {
    var window = new ArrayDeque<Turn>();
    Stream.of(before).map(each -> Turn.of(each, each.id())).forEach(window::add);
    return LinkNetwork.fitted().scores(new Surroundings(Turn.of(message, message.id()), window));
  }
}
