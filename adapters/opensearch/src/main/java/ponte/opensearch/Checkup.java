package ponte.opensearch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.archive.Conversations;
import ponte.opensearch.OpenSearchUnavailableException.Reason;
import tools.jackson.databind.JsonNode;

/** How the archive on a cluster does, looked at beside whoever uses it; nothing is changed. */
public final class Checkup implements AutoCloseable {

  private static final String MOST_SHARDS = "cluster.max_shards_per_node";

  private final Cluster cluster;
  private final Journal journal;
  private final Copies copies;

  /**
   * Parts of indexes.
   *
   * @param open those of all indexes of the cluster, whosever they are, and their copies
   * @param most as many as it makes
   */
  public record Shards(long open, long most) {}

  private Checkup(Cluster cluster, Layout layout, int copies) {
    this.cluster = cluster;
    this.journal = new Journal(cluster, layout, _ -> {});
    this.copies = new Copies(cluster, layout, copies);
  }

  /** Connects to it; nothing is asked yet. */
  public static Checkup open(OpenSearchSettings settings, Conversations.Rules rules) {
    var layout = Layout.of(settings.prefix(), OpenSearchArchive.filing(rules));
    return new Checkup(Connecting.to(settings), layout, settings.copies());
  }

  /**
   * Looks whether all of it can be read and something be written.
   *
   * @throws OpenSearchUnavailableException if not, or if there is none
   */
  public void requireUsable() {
    journal.requireUsable();
  }

  /** The indexes that have fewer copies than are set, in order. */
  public List<String> fewerCopies() {
    return copies.fewer();
  }

  /** How many shards there are; empty: the login may not ask that. */
  public Optional<Shards> shards() {
    try {
      var health = cluster.ask("GET", "/_cluster/health", Map.of()).body();
      var open =
          health.path("active_shards").asLong()
              + health.path("initializing_shards").asLong()
              + health.path("unassigned_shards").asLong();
      var parameters = Map.of("include_defaults", "true", "flat_settings", "true");
      var settings = cluster.ask("GET", "/_cluster/settings", parameters).body();
      return Optional.of(
          new Shards(open, health.path("number_of_data_nodes").asLong() * most(settings)));
    } catch (OpenSearchUnavailableException e) {
      if (e.reason() == Reason.NOT_PERMITTED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static long most(JsonNode settings) {
    for (var from : List.of("transient", "persistent", "defaults")) {
      var set = settings.path(from).path(MOST_SHARDS);
      if (!set.isMissingNode()) {
        return set.asLong();
      }
    }
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    cluster.close();
  }
}
