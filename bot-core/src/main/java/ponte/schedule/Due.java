package ponte.schedule;

import java.time.Instant;
import ponte.conversation.ChannelId;

/**
 * An occurrence of a schedule, waiting for its moment.
 *
 * @param schedule the schedule's id
 */
public record Due(ChannelId channel, String schedule, Instant at) {}
