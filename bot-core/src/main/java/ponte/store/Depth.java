package ponte.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits in a topic of a queue.
 *
 * @param waiting entries not in anybody's hands, due or not, those whose lease ran out included
 * @param leased entries whose lease holds
 * @param buried dead letters
 * @param oldestDue since when or for when the one is due that is due longest: of those waiting, and
 *     of those that were given back because they could not be done yet, which are due since they
 *     were first, leased again or not; null: there is none
 * @param oldestReady since or for when that one is due that may be handed out first: none of its
 *     lane is before it, and what was given back is due only when it is to be handed out again;
 *     null: there is none
 */
public record Depth(
    long waiting,
    long leased,
    long buried,
    @Nullable Instant oldestDue,
    @Nullable Instant oldestReady) {}
