package ponte.app.storage;

import ponte.app.NotSetException;

/** The settings for Redis are not whole; {@code situation} is the key of the text that says why. */
final class RedisNotSetException extends NotSetException {

  private static final long serialVersionUID = 1;

  RedisNotSetException(String situation, String value) {
    super("ponte.app.storage.texts", situation, value);
  }
}
