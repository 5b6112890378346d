package ponte.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits in a topic of a queue.
 *
 * @param waiting entries not in anybody's hands, due or not, those whose lease ran out included
 * @param leased entries whose lease holds
 * @param buried dead letters
 * @param oldestDue the earliest due time of those waiting; null: nothing waits
 */
public record Depth(long waiting, long leased, long buried, @Nullable Instant oldestDue) {}
