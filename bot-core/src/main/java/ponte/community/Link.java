package ponte.community;

import ponte.conversation.PersonId;

/**
 * How often one person turned to another.
 *
 * @param replies in how many conversations that {@code to} had started {@code from} wrote
 * @param mentions in how many messages {@code from} mentioned {@code to}
 * @param thanks in how many messages, by how many reactions, {@code from} thanked {@code to}
 */
public record Link(PersonId from, PersonId to, int replies, int mentions, int thanks) {

  public Link {
    if (from.equals(to)) {
      throw new IllegalArgumentException(from + " turns to themselves");
    }
    if (replies < 0 || mentions < 0 || thanks < 0 || replies + mentions + thanks == 0) {
      throw new IllegalArgumentException(
          "link of " + replies + ", " + mentions + " and " + thanks + ", must be 0 or more each");
    }
  }

  /** What a link is made of. */
  public enum Kind {
    REPLY,
    MENTION,
    THANKS
  }

  /** How often, in whatever way. */
  public int weight() {
    return replies + mentions + thanks;
  }

  /** How often in this way. */
  public int count(Kind kind) {
    return switch (kind) {
      case REPLY -> replies;
      case MENTION -> mentions;
      case THANKS -> thanks;
    };
  }
}
