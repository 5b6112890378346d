package ponte.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The digests that were posted lately. */
public final class PostedDigests {

  private static final Duration KEPT = Duration.ofDays(35);
  private static final int MOST = 1_000;

  private final Records records;

  public PostedDigests(Records records) {
    this.records = records;
  }

  /** A digest that was posted, with the days it covers. */
  public record Posted(ChannelId channel, Instant at, LocalDate first, LocalDate last) {}

  /** Keeps one; the same one twice is one. */
  void add(Posted posted) {
    var key =
        partition(posted.channel().workspace()).key(posted.at() + " " + posted.channel().value());
    records.write(Write.create(key, Codec.write(posted)).expiring(posted.at().plus(KEPT)));
  }

  /** Those of a workspace, the latest first. */
  public List<Posted> in(WorkspaceId workspace) {
    return records.list(partition(workspace), "", MOST).stream()
        .map(document -> Codec.read(document.content(), Posted.class))
        .toList()
        .reversed();
  }

  /** Forgets those of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("posted-digests", workspace.value());
  }
}
