package ponte.app.storage;

import ponte.nlp.Language;
import ponte.reply.Texts;

/** The settings for Redis are not whole; {@code situation} is the key of the text that says why. */
public final class RedisNotSetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String situation;
  private final String value;

  RedisNotSetException(String situation, String value) {
    super("redis settings: " + situation + " " + value);
    this.situation = situation;
    this.value = value;
  }

  String situation() {
    return situation;
  }

  /** What is wrong and what can be done. */
  public String in(Language language) {
    return Texts.of("ponte.app.storage.texts", language).say("redis." + situation, value);
  }
}
