package ponte.archive;

import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * A message and the conversation it is filed under.
 *
 * @param conversation the message that opens the conversation; the message itself where it does
 */
public record Filed(Message message, MessageId conversation) {}
