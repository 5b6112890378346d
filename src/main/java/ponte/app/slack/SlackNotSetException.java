package ponte.app.slack;

/** The settings for Slack are not whole; {@code situation} is the key of the text that says why. */
final class SlackNotSetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String situation;

  SlackNotSetException(String situation) {
    super("slack settings: " + situation);
    this.situation = situation;
  }

  String situation() {
    return situation;
  }
}
