package ponte.app.move;

import org.jspecify.annotations.Nullable;

/** What is kept is not moved; what was there is as it was. */
public final class MoveRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why it is not moved. */
  public enum Reason {
    /** The file to be written is there already. */
    FILE_EXISTS,
    FILE_NOT_WRITABLE,
    FILE_NOT_READABLE,
    /** The file is something else. */
    NO_STATE,
    /** The file was written by a newer version. */
    NEWER,
    /** The file is cut short or was changed. */
    DAMAGED,
    /** Replicas work with the store. */
    IN_USE,
    /** There is something in the store already. */
    NOT_EMPTY,
    /** An import of another file was broken off in this store. */
    OTHER_BEGUN
  }

  private final Reason reason;
  private final String detail;

  /**
   * @param detail the file, how many replicas there are, or the day on which the other import was
   *     begun
   */
  MoveRefusedException(Reason reason, String detail, @Nullable Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }
}
