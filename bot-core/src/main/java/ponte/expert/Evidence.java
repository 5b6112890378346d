package ponte.expert;

import java.time.Instant;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;

/**
 * A message that shows what somebody knows.
 *
 * @param quote its words, or the first of them, in one line
 */
public record Evidence(MessageId message, Channel channel, Instant at, String quote) {}
