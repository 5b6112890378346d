package ponte.digest;

import java.util.List;
import ponte.conversation.Message;

/**
 * The messages of a talk that surely are about its headline.
 *
 * @param messages those within the span, oldest first; none where all that is about it lies before
 * @param goesOn whether the talk has others, which may be about something else
 */
record Extent(List<Message> messages, boolean goesOn) {
  Extent {
    messages = List.copyOf(messages);
  }
}
