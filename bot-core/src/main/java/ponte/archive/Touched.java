package ponte.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * The conversations that some messages were in before they changed, or are in now, and what people
 * say in each of them.
 */
public final class Touched {

  private final Set<MessageId> openings = new LinkedHashSet<>();
  private final Map<MessageId, List<Message>> said = new HashMap<>();

  /**
   * A message that changed, or moved.
   *
   * @param before null: it was not there
   * @param after null: it is not there any more
   */
  public void changed(@Nullable Filed before, @Nullable Filed after) {
    if (before != null && before.message().isTalk()) {
      openings.add(before.conversation());
    }
    if (after != null && after.message().isTalk()) {
      openings.add(after.conversation());
      says(after.conversation(), after.message());
    }
  }

  /** What somebody says in a conversation, changed or not. */
  public void says(MessageId opening, Message message) {
    said.computeIfAbsent(opening, _ -> new ArrayList<>()).add(message);
  }

  /** In the order in which they were touched. */
  public Set<MessageId> openings() {
    return openings;
  }

  /** All that is said in one, in order; nothing: there is no such conversation any more. */
  public List<Message> said(MessageId opening) {
    return said.getOrDefault(opening, List.of()).stream().sorted(Message.IN_ORDER).toList();
  }
}
