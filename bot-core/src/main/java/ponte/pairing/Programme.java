package ponte.pairing;

import java.time.Instant;
import ponte.command.Acquaintance.Cadence;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * That those of a channel who want it are introduced to each other again and again.
 *
 * @param owner who began it
 */
public record Programme(ChannelId channel, Cadence cadence, PersonId owner, Instant since) {}
