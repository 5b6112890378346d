package ponte.bot;

import java.util.List;
import ponte.conversation.Event;
import ponte.platform.Outgoing;

/** Answers what people ask. */
public final class Bot {

  /** The replies to a request, each with a key that follows from the request's. */
  List<Outgoing> answer(Event.Request request) {
    throw new IllegalStateException(request.id().value());
  }
}
