package ponte.platform;

import ponte.conversation.Event;
import ponte.nlp.Language;

/** Watches over people who wait for an answer. */
@FunctionalInterface
public interface Watch {

  /**
   * A request was taken in; it is answered by others.
   *
   * @param language what the person reads
   */
  void accepted(Event.Request request, Language language);
}
