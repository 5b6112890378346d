package ponte.platform;

/** Somebody else delivers it now: nothing was said, and nothing is to be done about it. */
public final class TurnLostException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TurnLostException(String message) {
    super(message);
  }
}
