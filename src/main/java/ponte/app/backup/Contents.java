package ponte.app.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is in a backup; the last thing that is written to it.
 *
 * @param format of the backup, 1
 * @param at when it was begun: what was acknowledged before is in it
 * @param state whether all that is not a message is in it; false: it lies in Redis
 * @param parts the files, in the order in which they stand in it
 */
public record Contents(int format, Instant at, boolean state, List<Part> parts) {

  static final int FORMAT = 1;

  /** The name of the entry in which this stands. */
  static final String ENTRY = "backup.json";

  /** Where files of a data directory may lie; nothing else is ever written by a backup. */
  private static final String NAME = "state\\.mv|replica|archive/[A-Za-z0-9_][A-Za-z0-9_.]*";

  /**
   * A file.
   *
   * @param name below the data directory, with slashes
   * @param sha256 of its bytes, in hexadecimal digits
   */
  public record Part(String name, long bytes, String sha256) {
    public Part {
      Objects.requireNonNull(sha256);
      if (!name.matches(NAME)) {
        throw new IllegalArgumentException("a backup has no part " + name);
      }
    }
  }

  public Contents {
    parts = List.copyOf(parts);
  }

  /** Whether the messages are in it; false: they lie in OpenSearch. */
  public boolean hasMessages() {
    return parts.stream().anyMatch(part -> part.name().startsWith(Backups.ARCHIVE));
  }

  /** Of all files together. */
  public long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }
}
