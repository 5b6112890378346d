package ponte.digest;

import java.util.List;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/**
 * The messages of a talk that surely are about its headline.
 *
 * @param messages those within the span, oldest first; none where all that is about it lies before
 * @param people who wrote them; in flat talk those who surely spoke with the one who began
 */
record Extent(List<Message> messages, List<PersonId> people) {
  Extent {
    messages = List.copyOf(messages);
    people = List.copyOf(people);
  }
}
