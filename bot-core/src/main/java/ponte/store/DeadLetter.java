package ponte.store;

import java.time.Instant;

/**
 * An entry that was given up, with why and when.
 *
 * @param attempts how often it was handed out and did not only wait
 */
public record DeadLetter(Entry entry, int attempts, String reason, Instant at) {}
