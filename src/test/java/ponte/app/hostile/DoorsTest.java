package ponte.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.move.StateDoor;
import ponte.teams.sync.GraphDoor;
import ponte.teams.token.KeysDoor;

/** That what is hostile is tried where what is good is taken in. */
class DoorsTest {

  private final EnvelopeDoor envelopes = new EnvelopeDoor();

  @ParameterizedTest
  @ValueSource(strings = {"app_mention", "press", "command"})
  void takeInEnvelopes(String seed) throws IOException {
    envelopes.accept(good(Target.SLACK_ENVELOPE, seed));

    assertThat(envelopes.answered()).hasValue(200);
  }

  @Test
  void answerNothingToWhatIsNoEnvelope() {
    envelopes.accept("nonsense".getBytes(StandardCharsets.UTF_8));

    assertThat(envelopes.answered()).isEmpty();
  }

  @Test
  void readHistories() throws IOException {
    var slack = new ponte.slack.sync.HistoryDoor();
    slack.accept(good(Target.SLACK_HISTORY, "page"));
    var graph = new ponte.teams.sync.HistoryDoor();
    graph.accept(good(Target.GRAPH_HISTORY, "page"));

    assertThat(slack.heard()).isPositive();
    assertThat(graph.heard()).isPositive();
  }

  @Test
  void readWhoAndWhatThereIs() throws IOException {
    var slack = new ponte.slack.sync.RosterDoor();
    for (var page : List.of("users.list.json", "conversations.list.json")) {
      var before = slack.heard();
      slack.accept(good(Target.SLACK_ROSTER, page));
      assertThat(slack.heard()).as(page).isGreaterThan(before);
    }
    var graph = new GraphDoor();
    for (var page : List.of("messages.json", "users.json", "channels.json")) {
      var before = graph.heard();
      graph.accept(good(Target.GRAPH, page));
      assertThat(graph.heard()).as(page).isGreaterThan(before);
    }
    var keys = new KeysDoor();
    keys.accept(good(Target.ISSUER_KEYS, "whole"));
    assertThat(keys.found()).isOne();
  }

  @Test
  void readBackupsAndStates() throws IOException {
    var backup = new BackupReading();
    backup.accept(good(Target.BACKUP, "whole"));
    var state = new StateDoor();
    state.accept(good(Target.STATE, "whole"));

    assertThat(backup.read()).isEqualTo(1);
    assertThat(state.read()).isEqualTo(1);
  }

  private static byte[] good(Target target, String seed) throws IOException {
    return Files.readAllBytes(target.seeds().resolve(seed));
  }
}
