package ponte.platform;

import java.util.List;
import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/** What became of replies that were posted in channels. */
@FunctionalInterface
public interface Postings {

  /**
   * The message that a reply became, the first one where it became several; empty where it is not
   * known to be there.
   *
   * @param delivery the {@link Outgoing#key()} of the reply
   */
  Optional<MessageId> posted(ChannelId channel, String delivery);

  /** What the platforms know that serve the channels. */
  static Postings of(List<ChatPlatform> platforms) {
    return (channel, delivery) ->
        platforms.stream()
            .filter(platform -> platform.serves(new Destination.InChannel(channel)))
            .findFirst()
            .flatMap(platform -> platform.posted(channel, delivery));
  }
}
