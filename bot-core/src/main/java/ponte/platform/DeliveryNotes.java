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

  /** Longer than any queue remembers the key of a delivery that is done. */
  private static final Duration KEEP = Duration.ofDays(30);

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

  public Optional<Note> find(WorkspaceId workspace, String delivery) {
    return records
        .find(key(workspace, delivery))
        .map(document -> Codec.read(document.content(), Note.class));
  }

  /** Notes, before it is tried, that it is. */
  public void begin(WorkspaceId workspace, String delivery) {
    write(workspace, delivery, new Note(clock.instant(), false, null));
  }

  public void posted(WorkspaceId workspace, String delivery, @Nullable String message) {
    write(workspace, delivery, new Note(clock.instant(), true, message));
  }

  /** Notes that the platform has said that it did nothing. */
  public void notPosted(WorkspaceId workspace, String delivery) {
    var key = key(workspace, delivery);
    records.find(key).ifPresent(document -> records.remove(key, document.version()));
  }

  private void write(WorkspaceId workspace, String delivery, Note note) {
    var key = key(workspace, delivery);
    var content = Codec.write(note);
    var until = clock.instant().plus(KEEP);
    // Whoever holds the lease is alone; one whose lease ran out meanwhile notes the same.
    records
        .find(key)
        .ifPresentOrElse(
            kept -> records.write(Write.replace(kept, content).expiring(until)),
            () -> records.write(Write.create(key, content).expiring(until)));
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
