package ponte.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document to be written.
 *
 * @param expected the version it replaces; 0: there must be none
 * @param at its place in the partition's index of time; null: none
 * @param expires when it disappears by itself; null: never
 */
public record Write(
    Key key, String content, long expected, @Nullable Instant at, @Nullable Instant expires) {

  public Write {
    if (expected < 0) {
      throw new IllegalArgumentException("expected version is " + expected + ", must be 0 or more");
    }
  }

  /** A document that must not be there yet. */
  public static Write create(Key key, String content) {
    return new Write(key, content, 0, null, null);
  }

  /** The next version of a document, at the same place in time and with the same expiry. */
  public static Write replace(Document old, String content) {
    return new Write(old.key(), content, old.version(), old.at(), old.expires());
  }

  public Write at(Instant time) {
    return new Write(key, content, expected, time, expires);
  }

  public Write expiring(Instant time) {
    return new Write(key, content, expected, at, time);
  }
}
