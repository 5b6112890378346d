package ponte.nudge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * A message that nobody asked for, as the {@link Gate} has to know it.
 *
 * @param key what makes it the same when it comes again
 * @param about the channel in which lies what it is about; null: none
 * @param until the last moment at which it is worth saying
 * @param isWished whether it tells what became of something that they asked for, as is theirs
 *     whether or not they take part
 */
public record Nudge(
    PersonId to,
    String key,
    Kind kind,
    @Nullable ChannelId about,
    Instant until,
    boolean isWished) {

  public Nudge(PersonId to, String key, Kind kind, @Nullable ChannelId about, Instant until) {
    this(to, key, kind, about, until, false);
  }
}
