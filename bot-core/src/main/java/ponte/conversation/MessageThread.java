package ponte.conversation;

import java.util.List;

/**
 * A message and its replies.
 *
 * @param replies oldest first; empty where nobody replied
 */
public record MessageThread(Message root, List<Message> replies) {

  public MessageThread {
    replies = List.copyOf(replies);
  }
}
