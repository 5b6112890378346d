package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
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

  @Test
  void refusesWeightsThatAreNotOfItsInputs() {
    assertThatThrownBy(() -> LinkNetwork.read("SPEED\t1\t2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights of SPEED stand where ALWAYS's belong");
    assertThatThrownBy(() -> LinkNetwork.read("# nothing but this\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights of nothing stand where ALWAYS's belong");
  }

  @Test
  void refusesAnInputWithoutAWeightForEachUnit() {
    var links = rows(LinkInputs.circumstances(), LinkInputs.clues());
    var openings = rows(LinkInputs.circumstances(), List.of());

    assertThat(LinkNetwork.read(links + openings)).isNotNull();
    assertThatThrownBy(() -> LinkNetwork.read(links.replace("SPEED\t0\t0", "SPEED\t0") + openings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not every input has weights for 1 units and itself");
  }

  /** One unit that weighs nothing. */
  private static String rows(List<String> circumstances, List<String> clues) {
    return Stream.of(List.of("ALWAYS"), circumstances, clues)
        .flatMap(List::stream)
        .map(input -> input + "\t0\t0\n")
        .collect(Collectors.joining("", "", "OUT\t0\n"));
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
    return LinkNetwork.fitted().scores(LinkInputs.of(Turn.of(message, message.id()), window));
  }
}
