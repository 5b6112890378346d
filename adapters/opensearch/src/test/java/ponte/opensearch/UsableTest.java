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

  private final OpenSearchSettings settings =
      new OpenSearchSettings(
          SharedCluster.nodes().addresses(),
          null,
          null,
          "usable",
          1,
          0,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2));

  @Test
  void findsOutThatNothingCanBeWrittenOrThatAPartIsMissing() {
    try (var cluster = Connecting.to(settings);
        var archive =
            OpenSearchArchive.open(
                settings, SharedCluster.NLP, Conversations.Rules.DEFAULT, Clock.systemUTC())) {
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();

      // As OpenSearch does it itself where a disk is as good as full.
      block(cluster, true);
      assertThatExceptionOfType(OpenSearchUnavailableException.class)
          .isThrownBy(archive::requireUsable)
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.READ_ONLY));
      block(cluster, false);
      assertThatCode(archive::requireUsable).doesNotThrowAnyException();

      var talk =
          Layout.of(settings.prefix(), OpenSearchArchive.filing(Conversations.Rules.DEFAULT))
                  .generation()
              + "-t1-00000000-2026-11";
      cluster.ask(
          "PUT",
          "/" + talk,
          Map.of("wait_for_active_shards", "0"),
          Map.of("settings", Map.of("index.routing.allocation.require._name", "nowhere")));
      assertThatExceptionOfType(OpenSearchUnavailableException.class)
          .isThrownBy(archive::requireUsable)
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.AWAY));
    }
  }

  private void block(Cluster cluster, boolean blocked) {
    cluster.ask(
        "PUT",
        "/" + settings.prefix() + "-*/_settings",
        Map.of(),
        Map.of("index.blocks.read_only_allow_delete", blocked));
  }
}
