package ponte.app;

import ponte.nlp.Language;
import ponte.reply.Texts;

/** Settings are not whole. */
public class NotSetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String bundle;
  private final String situation;
  private final String value;

  /**
   * @param bundle where the text is that says why
   * @param situation its key there, after {@code setting.}
   */
  protected NotSetException(String bundle, String situation) {
    this(bundle, situation, "");
  }

  /**
   * @param value what the text quotes; no secret
   */
  protected NotSetException(String bundle, String situation, String value) {
    super("settings of " + bundle + ": " + situation + " " + value);
    this.bundle = bundle;
    this.situation = situation;
    this.value = value;
  }

  public String situation() {
    return situation;
  }

  /** What is wrong and what can be done. */
  public String in(Language language) {
    return Texts.of(bundle, language).say("setting." + situation, value);
  }
}
