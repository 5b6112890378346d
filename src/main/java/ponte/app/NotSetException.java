package ponte.app;

/** The settings for a platform are not whole. */
public class NotSetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String bundle;
  private final String situation;

  /**
   * @param bundle where the text is that says why
   * @param situation its key there, after {@code setting.}
   */
  protected NotSetException(String bundle, String situation) {
    super("settings of " + bundle + ": " + situation);
    this.bundle = bundle;
    this.situation = situation;
  }

  public String bundle() {
    return bundle;
  }

  public String situation() {
    return situation;
  }
}
