package ponte.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be read or written now; what was asked has not been done, or not wholly. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
