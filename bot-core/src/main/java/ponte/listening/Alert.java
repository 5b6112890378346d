package ponte.listening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;

/**
 * That somebody is told every week what rises and fades.
 *
 * @param channel where; null: in all channels that they may open
 * @param since when they said so
 */
public record Alert(@Nullable ChannelId channel, Instant since) {

  boolean isOf(@Nullable ChannelId other) {
    return channel == null ? other == null : channel.equals(other);
  }
}
