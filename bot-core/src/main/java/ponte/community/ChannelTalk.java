package ponte.community;

import java.util.List;
import ponte.conversation.TimeSpan;

/**
 * What went on in a channel, without a word of it; people are numbers.
 *
 * @param messages each from who wrote it to themselves
 * @param mentions from the writer to whom they mentioned, once a message
 * @param thanks from who thanked to whom they thanked, once a message
 * @param conversations those that people began, in the order in which they did
 */
record ChannelTalk(
    Moments messages, Moments mentions, Moments thanks, List<Conversation> conversations) {

  /** Takes a link that was made at a moment. */
  interface EachLink {
    void take(Link.Kind kind, int from, int to);
  }

  /**
   * Who turned to whom in a span. Somebody replies to who began a conversation when they first
   * write in it, once.
   */
  void links(TimeSpan span, EachLink each) {
    for (var conversation : conversations) {
      for (var turn : conversation.others()) {
        if (span.contains(turn.at())) {
          each.take(Link.Kind.REPLY, turn.person(), conversation.opener());
        }
      }
    }
    mentions.in(span, (_, from, to) -> each.take(Link.Kind.MENTION, from, to));
    thanks.in(span, (_, from, to) -> each.take(Link.Kind.THANKS, from, to));
  }
}
