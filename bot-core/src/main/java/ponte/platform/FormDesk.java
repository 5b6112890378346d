package ponte.platform;

import java.util.Map;
import java.util.Optional;
import ponte.conversation.Event;
import ponte.reply.Form;

/** Who knows the forms: what opens one, and what is wrong with one as it was filled in. */
public interface FormDesk {

  /**
   * The form that a request opens at once; of a form that was filled in, the same as it was filled
   * in; empty where it opens none.
   */
  Optional<Form> form(Event.Request request);

  /** What is wrong, by the name of the field, in the person's language; empty: nothing. */
  Map<String, String> problems(Event.Request.Submitted submitted);
}
