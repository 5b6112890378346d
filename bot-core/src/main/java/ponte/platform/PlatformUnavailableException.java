package ponte.platform;

/** A chat platform does not answer now. */
public final class PlatformUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PlatformUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
