package ponte.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored document.
 *
 * @param version 1 for a new document, one more with each write
 * @param at its place in the partition's index of time; null where it has none
 * @param expires when it disappears by itself; null: never
 */
public record Document(
    Key key, String content, long version, @Nullable Instant at, @Nullable Instant expires) {}
