package ponte.store;

import java.time.Instant;

/**
 * An entry in somebody's hands.
 *
 * @param token tells this lease from earlier and later ones of the same entry
 * @param attempt how often it was handed out, 1 for the first time
 * @param tries how often of these it did not only wait, this time included
 * @param until when the lease runs out
 */
public record Lease(Entry entry, String token, int attempt, int tries, Instant until) {}
