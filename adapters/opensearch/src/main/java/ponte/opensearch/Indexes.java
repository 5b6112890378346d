package ponte.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.WorkspaceId;
import ponte.opensearch.Generations.Generation;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** Makes the indexes of an archive, and drops those of which nothing is left. */
final class Indexes {

  private static final Logger log = LoggerFactory.getLogger(Indexes.class);

  /** So long replicas of the earlier version may read the archive that they know. */
  private static final Duration FOR_LATECOMERS = Duration.ofDays(1);

  private static final String WHOLE_SINCE = "whole-since";

  private final Cluster cluster;
  private final Layout layout;
  private final OpenSearchSettings settings;
  private final Clock clock;
  private final Generations generations;
  private final Copies copies;

  Indexes(Cluster cluster, Layout layout, OpenSearchSettings settings, Clock clock) {
    this.cluster = cluster;
    this.layout = layout;
    this.settings = settings;
    this.clock = clock;
    this.generations = new Generations(cluster, settings.prefix());
    this.copies = new Copies(cluster, layout, settings.copies());
  }

  /**
   * Makes the archive if there is none. One that is there goes by the settings of today from now
   * on, and may have come from a snapshot, which has no template.
   *
   * @throws OpenSearchUnavailableException if there is one of another layout only
   */
  void open() {
    var own = generations.of(layout);
    var others = generations.besides(layout);
    if (own.filter(Generation::whole).isPresent()) {
      renewTemplate();
      copies.add();
      warn(others);
      return;
    }
    if (others.stream().anyMatch(Generation::whole)) {
      throw new OpenSearchUnavailableException(Reason.OTHER_LAYOUT, settings.prefix(), null);
    }
    make();
    finish();
  }

  private static void warn(List<Generation> others) {
    if (!others.isEmpty()) {
      log.atWarn()
          .addKeyValue("archives", others.stream().map(its -> its.layout().generation()).toList())
          .log("other archives lie beside the one in use: ponte reindex --remove-old");
    }
  }

  /** From now on nothing is written to another archive; it can still be read. */
  void close(Layout other) {
    cluster.ask("PUT", "/" + other.journal() + "/_block/write", Map.of());
  }

  /** Makes an archive that is not whole yet. */
  void make() {
    putTemplate();
    if (!cluster.ask("GET", "/" + layout.journal(), Map.of()).isFound()) {
      cluster.make(
          "/" + layout.journal(),
          Json.object("settings", Layout.settings(settings), "mappings", Fields.journal()));
    }
  }

  /** Each month is made by us, so that nothing hangs on the template. */
  private void renewTemplate() {
    try {
      putTemplate();
    } catch (OpenSearchUnavailableException e) {
      if (e.reason() != Reason.NOT_PERMITTED && e.reason() != Reason.READ_ONLY) {
        throw e;
      }
      log.atWarn()
          .addKeyValue("trouble", e.getMessage())
          .log("the template of the archive stays as it is");
    }
  }

  private void putTemplate() {
    cluster.ask(
        "PUT", "/_index_template/" + layout.generation(), Map.of(), layout.template(settings));
  }

  /** Says that an archive is whole, and since when. */
  void finish() {
    cluster.ask(
        "PUT",
        "/" + layout.journal() + "/_mapping",
        Map.of(),
        Map.of("_meta", Map.of(WHOLE_SINCE, clock.millis())));
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
    names(layout.talk(workspace)).forEach(generations::drop);
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
      cluster.bulk(Map.of("refresh", "true"), lines);
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

  /**
   * Removes the archives that were given up for this one: what is forgotten here would stay there.
   */
  void removeGivenUp() {
    if (generations.of(layout).filter(Generation::isInUse).isPresent()) {
      generations.besides(layout).stream()
          .filter(Generation::isGivenUp)
          .forEach(generations::remove);
    }
  }

  /** Removes them unless replicas may still read them; says so of what is left. */
  void removeOutlived() {
    var others = generations.besides(layout);
    if (!others.isEmpty()) {
      if (!wholeSince().plus(FOR_LATECOMERS).isAfter(clock.instant())) {
        removeGivenUp();
        others = generations.besides(layout);
      }
      warn(others);
    }
  }

  private Instant wholeSince() {
    var mapping = cluster.ask("GET", "/" + layout.journal() + "/_mapping", Map.of()).body();
    return Instant.ofEpochMilli(
        mapping.path(layout.journal()).path("mappings").path("_meta").path(WHOLE_SINCE).asLong(0));
  }

  /** Nobody writes into it between the last look and the end. */
  private void dropIfEmpty(String index) {
    cluster.ask("PUT", "/" + index + "/_block/write", Map.of());
    cluster.ask("POST", "/" + index + "/_refresh", Map.of());
    var left = cluster.ask("GET", "/" + index + "/_count", Map.of()).body().path("count").asLong(1);
    if (left == 0) {
      generations.drop(index);
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
}
