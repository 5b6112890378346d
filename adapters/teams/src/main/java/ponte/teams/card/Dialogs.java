package ponte.teams.card;

import java.util.Map;
import ponte.nlp.Language;
import ponte.reply.Form;
import tools.jackson.databind.node.ObjectNode;

/** Forms as dialogs: the whole bodies of answers to {@code task/fetch} and {@code task/submit}. */
public final class Dialogs {

  private Dialogs() {}

  /**
   * Shows a form. What is filled in comes back as {@link Carried.Filled}.
   *
   * @param problems what is wrong with it as it was filled in, by the name of the field; empty when
   *     it is opened
   */
  public static ObjectNode form(Form form, Map<String, String> problems, Language language) {
    throw new UnsupportedOperationException();
  }

  /** Shows a card under a title. */
  public static ObjectNode card(String title, ObjectNode card) {
    throw new UnsupportedOperationException();
  }

  /** Shows a sentence and a button that closes it. */
  public static ObjectNode message(String text) {
    throw new UnsupportedOperationException();
  }
}
