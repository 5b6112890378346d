package ponte.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.app.move.StateDoor;

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
