package ponte.app.access;

import ponte.app.NotSetException;

/** The settings of sign-in are not whole. */
final class ConsoleNotSetException extends NotSetException {

  private static final long serialVersionUID = 1;

  ConsoleNotSetException(String situation) {
    this(situation, "");
  }

  ConsoleNotSetException(String situation, String value) {
    super("ponte.app.access.texts", situation, value);
  }
}
