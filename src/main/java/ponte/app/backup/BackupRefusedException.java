package ponte.app.backup;

import org.jspecify.annotations.Nullable;

/** Nothing is backed up or restored; what was there is as it was. */
public final class BackupRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why not. */
  public enum Reason {
    /** The file to be written is there already. */
    FILE_EXISTS,
    FILE_NOT_WRITABLE,
    FILE_NOT_READABLE,
    /** The file is something else. */
    NO_BACKUP,
    /** The file was written by a newer version. */
    NEWER,
    /** The file is cut short or was changed. */
    DAMAGED,
    /** There is something in the data directory already. */
    NOT_EMPTY,
    /** Neither the state nor the messages lie in the data directory. */
    NOTHING_HERE
  }

  private final Reason reason;
  private final String detail;

  /**
   * @param detail the file or directory
   */
  BackupRefusedException(Reason reason, String detail, @Nullable Throwable cause) {
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
