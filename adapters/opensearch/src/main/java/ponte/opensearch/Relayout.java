package ponte.opensearch;

import java.time.Clock;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.Holdings;
import ponte.nlp.Nlp;

/**
 * Makes an archive on OpenSearch anew beside the one that is in use, because its layout or its way
 * of filing is another one now. Replicas of an earlier version go on reading theirs and, until it
 * is closed, writing it.
 */
public final class Relayout implements AutoCloseable {

  private final Cluster cluster;
  private final Indexes indexes;
  private final Layout old;
  private final OpenSearchArchive next;

  private Relayout(Cluster cluster, Indexes indexes, Layout old, OpenSearchArchive next) {
    this.cluster = cluster;
    this.indexes = indexes;
    this.old = old;
    this.next = next;
  }

  /**
   * Finds the archive that is in use and begins another one, or goes on with it.
   *
   * @throws ArchiveUnavailableException if there is none of another layout
   */
  public static Relayout open(
      OpenSearchSettings settings, Nlp nlp, Conversations.Rules rules, Clock clock) {
    var cluster = Connecting.to(settings);
    try {
      var layout = Layout.of(settings.prefix(), OpenSearchArchive.filing(rules));
      var indexes = new Indexes(cluster, layout, settings);
      var others = indexes.others();
      if (others.isEmpty()) {
        throw new ArchiveUnavailableException(
            "there is no archive of another layout on opensearch under '%s'"
                .formatted(settings.prefix()),
            null);
      }
      var next = OpenSearchArchive.openToFill(settings, nlp, rules, clock);
      return new Relayout(cluster, indexes, others.getLast(), next);
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What the one that is in use keeps; closed with this. */
  public Holdings holdings() {
    return new OpenSearchHoldings(cluster, old);
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
    indexes.close(old);
  }

  /** Says that the other one is whole: replicas of this version start now. */
  public void finish() {
    indexes.finish();
  }

  /** Removes the old one, when no replica reads it any more. */
  public void removeOld() {
    indexes.remove(old);
  }

  @Override
  public void close() {
    try (cluster) {
      next.close();
    }
  }
}
