package ponte.app.console;

/** There is no such page for this reader; whether it exists for others is not told. */
final class MissingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MissingException() {}

  MissingException(Throwable cause) {
    super(cause);
  }
}
