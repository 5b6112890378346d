package ponte.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * A conversation, whatever it is about.
 *
 * @param conversation the message that opens it
 * @param parts who took part, the opener first, then in the order in which they joined; at least
 *     one
 */
public record Held(MessageId conversation, List<Found.Part> parts) {

  public Held {
    parts = List.copyOf(parts);
  }

  public ChannelId channel() {
    return conversation.channel();
  }

  public PersonId opener() {
    return parts.getFirst().person();
  }

  /** When somebody last wrote in it. */
  public Instant last() {
    return parts.stream().map(Found.Part::last).max(Comparator.naturalOrder()).orElseThrow();
  }
}
