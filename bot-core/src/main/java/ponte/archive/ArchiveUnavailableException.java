package ponte.archive;

import org.jspecify.annotations.Nullable;

/** The archive cannot be read or written now; what was asked has not been done. */
public class ArchiveUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ArchiveUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
