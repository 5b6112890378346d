package ponte.platform;

import org.jspecify.annotations.Nullable;

/**
 * A source cannot be read; nothing of it has been taken in.
 *
 * <p>{@code situation} is the key of the text that tells a person why, {@code details} its values.
 */
public final class SourceUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String situation;
  private final String[] details;

  public SourceUnreadableException(String situation, @Nullable Throwable cause, String... details) {
    super(situation + " " + String.join(", ", details), cause);
    this.situation = situation;
    this.details = details.clone();
  }

  public String situation() {
    return situation;
  }

  public Object[] details() {
    return details.clone();
  }
}
