package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ponte.archive.Conversations;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/**
 * Whether an archive can be used, which OpenSearch answers with 200 to whoever asks for nothing.
 */
class UsableTest {

  private static final String PREFIX = "usable";

  private static OpenSearchSettings settings(Duration patience) {
    return new OpenSearchSettings(
        SharedCluster.nodes().addresses(), null, null, PREFIX, 1, 0, patience, patience);
  }

  private static OpenSearchArchive open(Duration patience) {
    return OpenSearchArchive.open(
        settings(patience), SharedCluster.NLP, Conversations.Rules.DEFAULT, Clock.systemUTC());
  }

  @Test
  void findsOutThatNothingCanBeWrittenOrThatAPartIsMissing() {
    try (var cluster = Connecting.to(settings(Duration.ofMinutes(1)));
        var archive = open(Duration.ofMinutes(1));
        var hasty = open(Duration.ofSeconds(5))) {
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();

      // As OpenSearch does it itself where a disk is as good as full.
      block(cluster, true);
      assertThatExceptionOfType(OpenSearchUnavailableException.class)
          .isThrownBy(archive::requireUsable)
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY));
      block(cluster, false);
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();

      var talk =
          Layout.of(PREFIX, OpenSearchArchive.filing(Conversations.Rules.DEFAULT)).generation()
              + "-t1-00000000-2026-11";
      cluster.ask(
          "PUT",
          "/" + talk,
          Map.of("wait_for_active_shards", "0"),
          Map.of("settings", Map.of("index.routing.allocation.require._name", "nowhere")));
      assertThatExceptionOfType(OpenSearchUnavailableException.class)
          .isThrownBy(hasty::requireUsable)
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.AWAY));
      cluster.ask("DELETE", "/" + talk, Map.of());
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();
    }
  }

  private void block(Cluster cluster, boolean blocked) {
    cluster.ask(
        "PUT",
        "/" + PREFIX + "-*/_settings",
        Map.of(),
        Map.of("index.blocks.read_only_allow_delete", blocked));
  }
}
