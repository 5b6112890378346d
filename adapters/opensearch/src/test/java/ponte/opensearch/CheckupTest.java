package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Conversations;

class CheckupTest {

  private static Checkup open(String prefix, int copies) {
    return Checkup.open(LoneNode.settings(prefix, copies), Conversations.Rules.DEFAULT);
  }

  @Test
  void makesNothing() {
    try (var checkup = open("nobody", 0)) {
      assertThatThrownBy(checkup::requireUsable).isInstanceOf(OpenSearchUnavailableException.class);
    }
    assertThat(LoneNode.indexes("nobody")).isEmpty();
  }

  @Test
  void namesWhatANodeThatIsLostWouldTakeAlong() {
    try (var archive = LoneNode.open(LoneNode.settings("checked"));
        var asMade = open("checked", 0);
        var asWanted = open("checked", 1)) {
      archive.apply(List.of(Chat.in("dev").posts(1, "ada", "kafka")));

      assertThatCode(asMade::requireUsable).doesNotThrowAnyException();
      assertThat(asMade.fewerCopies()).isEmpty();
      assertThat(asWanted.fewerCopies())
          .containsExactlyInAnyOrderElementsOf(LoneNode.indexes("checked"))
          .hasSize(2);
    }
  }

  @Test
  void countsWhatOneMoreMonthNeeds() {
    try (var archive = LoneNode.open(LoneNode.settings("counted"));
        var checkup = open("counted", 0)) {
      var before = checkup.shards().orElseThrow();
      archive.apply(List.of(Chat.in("dev").posts(1, "ada", "kafka")));

      assertThat(checkup.shards().orElseThrow().open()).isEqualTo(before.open() + 1);
      assertThat(before.most()).isEqualTo(1_000);
      LoneNode.with(
          "cluster.max_shards_per_node",
          50,
          () -> assertThat(checkup.shards().orElseThrow().most()).isEqualTo(50));
    }
  }
}
