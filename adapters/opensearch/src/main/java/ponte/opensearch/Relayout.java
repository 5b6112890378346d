package ponte.opensearch;

import java.time.Clock;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.Holdings;
import ponte.nlp.Nlp;
import ponte.opensearch.Generations.Generation;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/**
 * Makes an archive on OpenSearch anew beside the one that is in use, because its layout or its way
 * of filing is another one now. Replicas of an earlier version go on reading theirs and, until it
 * is closed, writing it.
 */
public final class Relayout implements AutoCloseable {

  private final Cluster cluster;
  private final Indexes indexes;
  private final Generation old;
  private final OpenSearchArchive next;
  private final String id;

  private Relayout(
      Cluster cluster, Indexes indexes, Generation old, OpenSearchArchive next, String id) {
    this.cluster = cluster;
    this.indexes = indexes;
    this.old = old;
    this.next = next;
    this.id = id;
  }

  /**
   * Finds the archive that is in use and begins another one, or goes on with it.
   *
   * @throws OpenSearchUnavailableException if there is none of another layout, or the one of this
   *     layout was given up for it
   */
  public static Relayout open(
      OpenSearchSettings settings, Nlp nlp, Conversations.Rules rules, Clock clock) {
    var cluster = Connecting.to(settings);
    try {
      var layout = Layout.of(settings.prefix(), OpenSearchArchive.filing(rules));
      var generations = new Generations(cluster, settings.prefix());
      if (generations.of(layout).filter(Generation::closed).isPresent()) {
        throw new OpenSearchUnavailableException(Reason.GIVEN_UP, layout.generation(), null);
      }
      // One that was given up earlier may lie there as well.
      var old =
          generations.besides(layout).stream()
              .filter(Generation::whole)
              .reduce((_, later) -> later)
              .orElseThrow(
                  () ->
                      new OpenSearchUnavailableException(
                          Reason.NO_OTHER_LAYOUT, settings.prefix(), null));
      var next = OpenSearchArchive.openToFill(settings, nlp, rules, clock);
      var id = old.id() + " " + generations.of(layout).map(Generation::id).orElse("");
      var indexes = new Indexes(cluster, layout, settings, clock);
      return new Relayout(cluster, indexes, old, next, id);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What tells both archives from any others, also of the same names. */
  public String id() {
    return id;
  }

  /** What the one that is in use keeps; closed with this. */
  public Holdings holdings() {
    return new OpenSearchHoldings(cluster, old.layout());
  }

  /** The one that is to be filled; closed with this. */
  public Archive next() {
    return next;
  }

  /**
   * Lets nobody write the one that is in use any more: what happens from now on waits in the inbox
   * until a replica is there that writes the other one. It can still be read.
   */
  public void holdWriting() {
    indexes.close(old.layout());
  }

  /** Says that the other one is whole: replicas of this version start now. */
  public void finish() {
    indexes.finish();
  }

  @Override
  public void close() {
    try (cluster) {
      next.close();
    }
  }
}
