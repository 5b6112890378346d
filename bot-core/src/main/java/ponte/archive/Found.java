package ponte.archive;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * A conversation that a search found.
 *
 * @param conversation the message that opens it
 * @param score its relevance, above 0; comparable within one search only
 * @param parts who took part, the opener first, then in the order in which they joined
 */
public record Found(MessageId conversation, double score, List<Part> parts) {

  /**
   * What one person did in a conversation.
   *
   * @param messages how many they wrote, at least 1
   * @param last when they last wrote
   * @param thanks how many thank-you, check-mark or plus-one reactions their messages got from
   *     others
   */
  public record Part(PersonId person, int messages, Instant last, int thanks) {}

  public Found {
    parts = List.copyOf(parts);
  }

  public ChannelId channel() {
    return conversation.channel();
  }

  public PersonId opener() {
    return parts.getFirst().person();
  }

  /** The people other than the opener. */
  public List<Part> answers() {
    return parts.subList(1, parts.size());
  }

  /** Whether nobody but the opener wrote. */
  public boolean unanswered() {
    return parts.size() == 1;
  }

  /** The people in it. */
  public Set<PersonId> people() {
    return parts.stream().map(Part::person).collect(java.util.stream.Collectors.toSet());
  }
}
