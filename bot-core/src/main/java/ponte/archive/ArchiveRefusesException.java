package ponte.archive;

/**
 * The archive does well and will never take what it was given, by the fault of that alone; nothing
 * of it is kept, whatever else was given with it.
 */
public final class ArchiveRefusesException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what was refused and why, without anything that somebody wrote
   */
  public ArchiveRefusesException(String message) {
    super(message);
  }
}
