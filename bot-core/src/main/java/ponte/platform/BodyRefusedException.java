package ponte.platform;

/** The body of a request is not read to its end. */
public final class BodyRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status what the sender is told, as HTTP numbers it
   */
  public BodyRefusedException(int status) {
    super("not read to its end: " + status);
    this.status = status;
  }

  /** What the sender is told, as HTTP numbers it. */
  public int status() {
    return status;
  }
}
