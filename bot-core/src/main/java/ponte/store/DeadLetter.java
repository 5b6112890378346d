package ponte.store;

import java.time.Instant;

/** An entry that was given up, with why and when. */
public record DeadLetter(Entry entry, int attempts, String reason, Instant at) {}
