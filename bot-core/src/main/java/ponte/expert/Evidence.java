package ponte.expert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Texts;

/**
 * A message that shows what somebody knows.
 *
 * @param quote its words, or the first of them, in one line
 */
public record Evidence(MessageId message, Channel channel, Instant at, String quote) {

  /** The quote with the link that proves it. */
  public Block.Item shown(Texts texts, ZoneId zone) {
    return new Block.Item(
        List.of(RichText.plain(texts.say("expert.quote", quote))),
        RichText.of(
            new Span.MessageLink(
                message, texts.say("expert.source", channel.name(), texts.day(at, zone)))));
  }
}
