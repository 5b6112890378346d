package ponte.listening;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.command.Sounding.Subject;
import ponte.conversation.ChannelId;

/**
 * That somebody is told something every week.
 *
 * @param subject what
 * @param channel where; null: in all channels that they may open
 * @param since when they said so
 */
public record Alert(Subject subject, @Nullable ChannelId channel, Instant since) {

  /** Those that were kept before there were others are of trends. */
  public Alert(@Nullable Subject subject, @Nullable ChannelId channel, Instant since) {
    this.subject = Objects.requireNonNullElse(subject, Subject.TRENDS);
    this.channel = channel;
    this.since = since;
  }

  boolean isOf(Subject what, @Nullable ChannelId where) {
    return subject == what && Objects.equals(channel, where);
  }
}
