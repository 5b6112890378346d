package ponte.app.storage;

import ponte.app.NotSetException;

/** The settings for the archive are not whole; {@code situation} is the key of the text. */
final class ArchiveNotSetException extends NotSetException {

  private static final long serialVersionUID = 1;

  ArchiveNotSetException(String situation, String value) {
    super("ponte.app.storage.texts", situation, value);
  }
}
