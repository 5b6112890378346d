package ponte.platform;

import org.jspecify.annotations.Nullable;

/** A chat platform does not answer now. */
public final class PlatformUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PlatformUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
