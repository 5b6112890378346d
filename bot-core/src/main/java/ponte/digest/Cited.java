package ponte.digest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;

/**
 * A message that lines of a digest rest on.
 *
 * @param version of which time what was read; null: not known, it is to be read again
 */
public record Cited(MessageId message, @Nullable Instant version) {}
