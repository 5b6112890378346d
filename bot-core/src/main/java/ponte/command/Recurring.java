package ponte.command;

import ponte.conversation.ChannelId;

/** What happens again and again, and can be paused. */
public sealed interface Recurring {

  /** Digests. */
  sealed interface OfDigests extends Recurring {}

  /** Discussions that are planned. */
  sealed interface OfDiscussions extends Recurring {}

  /** Those of one channel, posted there; of several or of mine, those that come to me. */
  record Digests(Command.Scope scope) implements OfDigests {}

  /** Those that are posted in this channel. */
  record Posted(ChannelId channel) implements OfDigests {}

  /**
   * Those that come to me alone.
   *
   * @param schedule what makes it the same among mine
   */
  record Mine(String schedule) implements OfDigests {}

  /**
   * Those in a channel.
   *
   * @param channel its name as typed, without {@code #}
   */
  record Discussions(String channel) implements OfDiscussions {
    public Discussions {
      if (channel.isBlank()) {
        throw new IllegalArgumentException("channel is blank");
      }
    }
  }

  /** Those in this channel. */
  record Planned(ChannelId room) implements OfDiscussions {}
}
