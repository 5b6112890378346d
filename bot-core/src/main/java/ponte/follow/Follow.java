package ponte.follow;

import java.time.Instant;
import ponte.command.Command.Pace;

/** A topic that a person follows. */
public record Follow(String topic, Pace pace, Instant since) {

  boolean isOf(String other) {
    return topic.equalsIgnoreCase(other);
  }
}
