package ponte.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits in a topic of a queue.
 *
 * @param waiting entries not in anybody's hands, due or not
 * @param leased entries in somebody's hands
 * @param buried dead letters
 * @param oldestDue when the oldest waiting entry was or will be due; null: nothing waits
 */
public record Depth(long waiting, long leased, long buried, @Nullable Instant oldestDue) {}
