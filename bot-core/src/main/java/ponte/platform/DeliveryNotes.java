package ponte.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** Remembers what was begun to be posted and what was posted, for as long as it may be tried. */
public final class DeliveryNotes {

  /**
   * Longer than any queue remembers the key of a delivery that is done, and than anything that was
   * posted is corrected.
   */
  private static final Duration KEEP = Duration.ofDays(40);

  private final String kind;
  private final Records records;
  private final Clock clock;

  /**
   * @param kind of the partitions in which a platform's notes lie, such as {@code slack-delivery}
   */
  public DeliveryNotes(String kind, Records records, Clock clock) {
    this.kind = kind;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A posting.
   *
   * @param begun when it was first tried
   * @param message the platform's id of what was posted; null: it is not known to have been
   */
  public record Note(Instant begun, boolean posted, @Nullable String message) {}

  /**
   * A note as it lies there; whoever writes over it names it, so that of two who post the same each
   * learns of the other.
   */
  public record Kept(Note note, long version) {}

  public Optional<Kept> find(WorkspaceId workspace, String delivery) {
    return records
        .find(key(workspace, delivery))
        .map(document -> new Kept(Codec.read(document.content(), Note.class), document.version()));
  }

  public boolean isPosted(WorkspaceId workspace, String delivery) {
    return find(workspace, delivery).map(Kept::note).filter(Note::posted).isPresent();
  }

  /**
   * Notes, before it is tried, that it is.
   *
   * @param expected the version of the note that was found; 0: there was none
   * @return false: somebody else has noted something since
   */
  public boolean begin(WorkspaceId workspace, String delivery, long expected) {
    return write(workspace, delivery, expected, new Note(clock.instant(), false, null));
  }

  /**
   * Notes that it is there.
   *
   * @param begun the version of the note that was written when it was begun
   * @return false: somebody else has begun the same since
   */
  public boolean posted(
      WorkspaceId workspace, String delivery, long begun, @Nullable String message) {
    return write(workspace, delivery, begun, new Note(clock.instant(), true, message));
  }

  /** Notes, whatever was noted before, that it is there. */
  public void posted(WorkspaceId workspace, String delivery, @Nullable String message) {
    var posted = false;
    while (!posted) {
      var version = find(workspace, delivery).map(Kept::version).orElse(0L);
      posted = posted(workspace, delivery, version, message);
    }
  }

  /** Notes that the platform has said that it did nothing. */
  public void notPosted(WorkspaceId workspace, String delivery, long begun) {
    records.remove(key(workspace, delivery), begun);
  }

  private boolean write(WorkspaceId workspace, String delivery, long expected, Note note) {
    return records.write(
        new Write(
            key(workspace, delivery),
            Codec.write(note),
            expected,
            null,
            clock.instant().plus(KEEP)));
  }

  private Key key(WorkspaceId workspace, String delivery) {
    return new Partition(kind, workspace.value()).key(digest(delivery));
  }

  /** A name of a length that any store and a platform's metadata take. */
  public static String digest(String delivery) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(delivery.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
