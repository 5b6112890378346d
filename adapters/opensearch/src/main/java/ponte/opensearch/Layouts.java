package ponte.opensearch;

import java.util.List;
import ponte.archive.Conversations;
import ponte.opensearch.Generations.Generation;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/**
 * The archives that lie under a prefix on OpenSearch: that of this version's layout, and others
 * beside it.
 */
public final class Layouts implements AutoCloseable {

  private final Cluster cluster;
  private final Layout own;
  private final Generations generations;

  private Layouts(Cluster cluster, Layout own, Generations generations) {
    this.cluster = cluster;
    this.own = own;
    this.generations = generations;
  }

  /** Opens them to be looked at; none is made. */
  public static Layouts open(OpenSearchSettings settings, Conversations.Rules rules) {
    var cluster = Connecting.to(settings);
    var own = Layout.of(settings.prefix(), OpenSearchArchive.filing(rules));
    return new Layouts(cluster, own, new Generations(cluster, settings.prefix()));
  }

  /** Whether the archive of this version's layout is whole, and no other one took its place. */
  public boolean isInUse() {
    return generations.of(own).filter(Generation::isInUse).isPresent();
  }

  /** What tells the archive of this version's layout from any other, also of the same name. */
  public String id() {
    return generations.of(own).map(Generation::id).orElse("");
  }

  /** The archives beside it: what their indexes' names begin with. */
  public List<String> others() {
    return names(generations.besides(own));
  }

  /**
   * Removes all archives but the one of this version's layout. Where this is killed, or called
   * twice, the second call removes what is left.
   *
   * @return what the names of the removed indexes began with
   * @throws OpenSearchUnavailableException if the archive of this layout is not whole or was given
   *     up for another one; then nothing was removed
   */
  public List<String> removeOthers() {
    var others = generations.besides(own);
    for (var other : others) {
      requireInUse();
      generations.remove(other);
    }
    return names(others);
  }

  private void requireInUse() {
    var its = generations.of(own);
    if (its.filter(Generation::whole).isEmpty()) {
      throw new OpenSearchUnavailableException(Reason.NOT_WHOLE, own.generation(), null);
    }
    if (its.get().closed()) {
      throw new OpenSearchUnavailableException(Reason.GIVEN_UP, own.generation(), null);
    }
  }

  private static List<String> names(List<Generation> generations) {
    return generations.stream().map(each -> each.layout().generation()).toList();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
