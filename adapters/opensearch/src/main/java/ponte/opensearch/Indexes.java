package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.conversation.WorkspaceId;

/** Makes the indexes of an archive, and drops those of which nothing is left. */
final class Indexes {

  private static final Logger log = LoggerFactory.getLogger(Indexes.class);

  private final Cluster cluster;
  private final Layout layout;
  private final OpenSearchSettings settings;

  Indexes(Cluster cluster, Layout layout, OpenSearchSettings settings) {
    this.cluster = cluster;
    this.layout = layout;
    this.settings = settings;
  }

  /**
   * Makes the archive if there is none.
   *
   * @throws ArchiveUnavailableException if there is one of another layout only
   */
  void open() {
    if (cluster.ask("GET", "/_alias/" + layout.whole(), Map.of()).isFound()) {
      return;
    }
    if (!others().isEmpty()) {
      throw new ArchiveUnavailableException(
          "the archive '%s' on opensearch was laid out or filed by other rules: ponte reindex --from opensearch --to opensearch makes it anew beside it"
              .formatted(settings.prefix()),
          null);
    }
    make();
    finish();
  }

  /** The other archives of the prefix that are whole, the newest last. */
  List<Layout> others() {
    var found = cluster.ask("GET", "/_alias/" + settings.prefix() + "-*-whole", Map.of());
    return !found.isFound()
        ? List.of()
        : found.body().properties().stream()
            .map(Map.Entry::getKey)
            .filter(index -> index.matches(settings.prefix() + "-[0-9]+-[0-9a-f]{8}-journal"))
            .filter(index -> !index.equals(layout.journal()))
            .sorted()
            .map(index -> new Layout(index.substring(0, index.length() - "-journal".length())))
            .toList();
  }

  /** From now on nothing is written to another archive; it can still be read. */
  void close(Layout other) {
    cluster.ask("PUT", "/" + other.journal() + "/_block/write", Map.of());
  }

  /** Removes another archive. */
  void remove(Layout other) {
    drop(names(other.generation() + "-*"));
    cluster.ask("DELETE", "/_index_template/" + other.generation(), Map.of());
  }

  /** Makes an archive that is not whole yet. */
  void make() {
    cluster.ask(
        "PUT", "/_index_template/" + layout.generation(), Map.of(), layout.template(settings));
    if (!cluster.ask("GET", "/" + layout.journal(), Map.of()).isFound()) {
      cluster.make(
          "/" + layout.journal(),
          Json.object("settings", Layout.settings(settings), "mappings", Fields.journal()));
    }
  }

  /** Says that an archive is whole. */
  void finish() {
    cluster.ask(
        "POST",
        "/_aliases",
        Map.of(),
        Map.of(
            "actions",
            List.of(Map.of("add", Map.of("index", layout.journal(), "alias", layout.whole())))));
  }

  /** Removes all of a workspace. */
  void drop(WorkspaceId workspace) {
    drop(names(layout.talk(workspace)));
    cluster.ask("POST", "/" + layout.journal() + "/_refresh", Map.of());
    var notes =
        new Search(cluster)
            .hits(
                layout.journal(),
                null,
                Json.all(Json.term(Journal.WORKSPACE, workspace.value())),
                List.of(Map.of(Journal.CHANNEL, "asc")),
                List.of(Journal.CHANNEL),
                Integer.MAX_VALUE);
    var lines = new ArrayList<String>();
    for (var note : notes) {
      lines.add(
          Json.write(
              Map.of(
                  "delete",
                  Map.of("_index", layout.journal(), "_id", note.path("_id").asString()))));
    }
    if (!lines.isEmpty()) {
      cluster.lines("/_bulk", Map.of("refresh", "true"), lines);
    }
  }

  /**
   * Drops months of which nothing is left, and has the files of the others written anew that have
   * something in them which was removed.
   */
  void expunge() {
    var statistics =
        cluster
            .ask("GET", "/" + layout.talk() + "/_stats/docs", Map.of("ignore_unavailable", "true"))
            .body()
            .path("indices");
    var empty = new ArrayList<String>();
    for (var index : statistics.properties()) {
      var documents = index.getValue().path("primaries").path("docs");
      if (documents.path("count").asLong() == 0) {
        empty.add(index.getKey());
      } else if (documents.path("deleted").asLong() > 0) {
        cluster.ask(
            "POST", "/" + index.getKey() + "/_forcemerge", Map.of("only_expunge_deletes", "true"));
      }
    }
    empty.forEach(this::dropIfEmpty);
  }

  /** Nobody writes into it between the last look and the end. */
  private void dropIfEmpty(String index) {
    cluster.ask("PUT", "/" + index + "/_block/write", Map.of());
    cluster.ask("POST", "/" + index + "/_refresh", Map.of());
    var left = cluster.ask("GET", "/" + index + "/_count", Map.of()).body().path("count").asLong(1);
    if (left == 0) {
      drop(List.of(index));
    } else {
      cluster.ask("PUT", "/" + index + "/_settings", Map.of(), Map.of("index.blocks.write", false));
    }
  }

  private List<String> names(String expression) {
    var found = cluster.ask("GET", "/" + expression + "/_alias", Map.of());
    return found.isFound()
        ? found.body().properties().stream().map(Map.Entry::getKey).toList()
        : List.of();
  }

  private void drop(List<String> names) {
    for (var name : names) {
      cluster.ask("DELETE", "/" + name, Map.of());
      log.atInfo().addKeyValue("index", name).log("index dropped");
    }
  }
}
