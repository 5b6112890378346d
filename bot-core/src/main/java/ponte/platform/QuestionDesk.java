package ponte.platform;

import ponte.conversation.Event;
import ponte.reply.Reply;

/** Who answers where the answer stands in the place of the question, as in a search field. */
@FunctionalInterface
public interface QuestionDesk {

  /**
   * Answers at once, for the eyes of the one who asks.
   *
   * @param question a command that looks something up and changes nothing
   * @throws ponte.archive.ArchiveUnavailableException if the archive cannot be read
   * @throws ponte.store.StoreUnavailableException if the store cannot be read
   */
  Reply inPlace(Event.Request.Pressed question);
}
