package ponte.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much an archive holds for an audience.
 *
 * @param messages kept messages of any kind, deleted ones left out
 * @param conversations conversations with at least one message of a person
 * @param oldest null where there is no message
 * @param newest null where there is no message
 */
public record Extent(
    long messages, long conversations, @Nullable Instant oldest, @Nullable Instant newest) {}
