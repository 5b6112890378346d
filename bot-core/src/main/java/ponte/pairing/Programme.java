package ponte.pairing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.command.Acquaintance.Cadence;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * That those of a channel who want it are introduced to each other again and again.
 *
 * @param owner who began it; null: they had themselves forgotten
 */
public record Programme(
    ChannelId channel, Cadence cadence, @Nullable PersonId owner, Instant since) {}
