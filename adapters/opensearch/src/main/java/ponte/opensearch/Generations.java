package ponte.opensearch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archives that lie under one prefix, each in indexes of its own layout. */
final class Generations {

  private static final Logger log = LoggerFactory.getLogger(Generations.class);

  private final Cluster cluster;
  private final String prefix;
  private final Pattern names;

  /**
   * One of them.
   *
   * @param indexes all that it has, the journal last, by which it is found
   * @param id another one for each that was ever made; empty: what is left of one that was being
   *     removed
   * @param whole whether all was copied into it that was to be
   * @param closed whether nobody writes it any more, since another one took its place
   * @param made when it was begun, in milliseconds since the epoch
   */
  record Generation(
      Layout layout, List<String> indexes, String id, boolean whole, boolean closed, long made) {

    boolean isInUse() {
      return whole && !closed;
    }

    /** Whether nobody but replicas of an earlier version may have a use for it. */
    boolean isGivenUp() {
      return closed || id.isEmpty();
    }
  }

  Generations(Cluster cluster, String prefix) {
    this.cluster = cluster;
    this.prefix = prefix;
    this.names = Pattern.compile(Pattern.quote(prefix) + "-[0-9]+-[0-9a-f]{8}(?=-)");
  }

  /** All, the oldest first. */
  List<Generation> all() {
    var indexes = new TreeMap<String, TreeSet<String>>();
    var wholes = new TreeSet<String>();
    var found = cluster.ask("GET", "/" + prefix + "-*/_alias", Map.of());
    for (var index : found.body().properties()) {
      var name = names.matcher(index.getKey());
      if (name.lookingAt()) {
        indexes.computeIfAbsent(name.group(), _ -> new TreeSet<>()).add(index.getKey());
        index.getValue().path("aliases").properties().forEach(its -> wholes.add(its.getKey()));
      }
    }
    var settings =
        cluster.ask("GET", "/" + prefix + "-*-journal/_settings", Map.of("flat_settings", "true"));
    return indexes.entrySet().stream()
        .map(
            each -> {
              var layout = new Layout(each.getKey());
              var its = settings.body().path(layout.journal()).path("settings");
              return new Generation(
                  layout,
                  each.getValue().stream()
                      .sorted(Comparator.comparing(layout.journal()::equals))
                      .toList(),
                  its.path("index.uuid").asString(""),
                  wholes.contains(layout.whole()),
                  its.path("index.blocks.write").asString("").equals("true"),
                  its.path("index.creation_date").asLong(0));
            })
        .sorted(Comparator.comparing(Generation::made))
        .toList();
  }

  /** The one of a layout. */
  Optional<Generation> of(Layout layout) {
    return all().stream().filter(each -> each.layout().equals(layout)).findFirst();
  }

  /** Those of other layouts. */
  List<Generation> besides(Layout layout) {
    return all().stream().filter(each -> !each.layout().equals(layout)).toList();
  }

  /**
   * Removes one. Its journal goes after its talk, so that it is found again where this is killed,
   * and what a late replica writes meanwhile goes, too.
   */
  void remove(Generation generation) {
    generation.indexes().forEach(this::drop);
    cluster.ask("DELETE", "/_index_template/" + generation.layout().generation(), Map.of());
    of(generation.layout()).ifPresent(late -> late.indexes().forEach(this::drop));
  }

  /** Drops an index, if it is there. */
  void drop(String index) {
    cluster.ask("DELETE", "/" + index, Map.of());
    log.atInfo().addKeyValue("index", index).log("index dropped");
  }
}
