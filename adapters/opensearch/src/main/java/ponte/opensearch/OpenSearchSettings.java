package ponte.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where OpenSearch is, and what Ponte asks of it.
 *
 * @param nodes some of the cluster's, {@code http://host:9200} or {@code https://host:9200}, at
 *     least one; who does not answer is left out for a while
 * @param login null: OpenSearch asks for none
 * @param authorities certificates in PEM that sign OpenSearch's own; null: those that Java trusts
 * @param prefix begins the name of every index, 1 to 40 small letters, digits and dashes, a letter
 *     first
 * @param shards how many parts each index has, 1 to 20
 * @param copies how many further copies of each part there are, 0 to 5; with none, a node that is
 *     lost takes messages with it
 * @param connecting longest time to wait for a connection, 10 milliseconds to 1 minute
 * @param answering longest time to wait for an answer, other nodes' included, 100 milliseconds to 5
 *     minutes
 */
public record OpenSearchSettings(
    List<URI> nodes,
    @Nullable Login login,
    @Nullable Path authorities,
    String prefix,
    int shards,
    int copies,
    Duration connecting,
    Duration answering) {

  public static final String DEFAULT_PREFIX = "ponte";
  public static final int DEFAULT_SHARDS = 1;
  public static final int DEFAULT_COPIES = 1;
  public static final Duration DEFAULT_CONNECTING = Duration.ofSeconds(2);
  public static final Duration DEFAULT_ANSWERING = Duration.ofSeconds(30);

  /** Who Ponte is to OpenSearch. */
  public record Login(String user, String password) {

    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  public OpenSearchSettings {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("there are no nodes of OpenSearch");
    }
    nodes.forEach(OpenSearchSettings::requireAddress);
    if (!prefix.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "prefix is '%s', must be 1 to 40 small letters, digits and dashes, a letter first"
              .formatted(prefix));
    }
    require("shards", shards, 1, 20);
    require("copies", copies, 0, 5);
    require("milliseconds for connecting", connecting.toMillis(), 10, 60_000);
    require("milliseconds for answering", answering.toMillis(), 100, 300_000);
  }

  /** A cluster without login, everything else at its default. */
  public static OpenSearchSettings of(List<URI> nodes) {
    return new OpenSearchSettings(
        nodes,
        null,
        null,
        DEFAULT_PREFIX,
        DEFAULT_SHARDS,
        DEFAULT_COPIES,
        DEFAULT_CONNECTING,
        DEFAULT_ANSWERING);
  }

  public OpenSearchSettings withPrefix(String other) {
    return new OpenSearchSettings(
        nodes, login, authorities, other, shards, copies, connecting, answering);
  }

  private static void requireAddress(URI node) {
    if (node.getRawUserInfo() != null) {
      // It is not quoted: there may be a password in it.
      throw new IllegalArgumentException(
          "an address of a node has a login in it, which belongs into the settings of its own");
    }
    var scheme = node.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || node.getHost() == null) {
      throw new IllegalArgumentException(
          "node is '%s', must be like https://opensearch.example:9200".formatted(node));
    }
  }

  private static void require(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s is %d, must be %d to %d".formatted(what, value, least, most));
    }
  }
}
