package ponte.community;

import java.util.List;

/**
 * What went on in a channel, without a word of it; people are numbers.
 *
 * @param messages each from who wrote it to themselves
 * @param replies from everybody who wrote in a conversation to who began it, once a conversation,
 *     when they first did
 * @param mentions from the writer to whom they mentioned, once a message
 * @param thanks from who thanked to whom they thanked, once a message
 * @param conversations those that people began, in the order in which they did
 */
record ChannelTalk(
    Moments messages,
    Moments replies,
    Moments mentions,
    Moments thanks,
    List<Conversation> conversations) {

  Moments of(Link.Kind kind) {
    return switch (kind) {
      case REPLY -> replies;
      case MENTION -> mentions;
      case THANKS -> thanks;
    };
  }
}
