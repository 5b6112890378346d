package ponte.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** What became of replies that were posted. */
public interface Postings {

  /**
   * The message that a reply became, the first one where it became several; empty where it is not
   * known to be there.
   *
   * @param delivery the {@link Outgoing#key()} of the reply
   */
  Optional<MessageId> posted(ChannelId channel, String delivery);

  /**
   * Whether a reply is known to be there that was for one person.
   *
   * @param delivery the {@link Outgoing#key()} of the reply
   */
  boolean isWritten(PersonId person, String delivery);

  /** What the platforms know that serve the channels and the people. */
  static Postings of(List<ChatPlatform> platforms) {
    return new Postings() {

      @Override
      public Optional<MessageId> posted(ChannelId channel, String delivery) {
        return serving(new Destination.InChannel(channel))
            .flatMap(platform -> platform.posted(channel, delivery));
      }

      @Override
      public boolean isWritten(PersonId person, String delivery) {
        return serving(new Destination.Together(Set.of(person)))
            .filter(platform -> platform.isWritten(person, delivery))
            .isPresent();
      }

      private Optional<ChatPlatform> serving(Destination to) {
        return platforms.stream().filter(platform -> platform.serves(to)).findFirst();
      }
    };
  }
}
