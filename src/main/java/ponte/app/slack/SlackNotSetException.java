package ponte.app.slack;

import ponte.app.NotSetException;

/** The settings for Slack are not whole; {@code situation} is the key of the text that says why. */
final class SlackNotSetException extends NotSetException {

  private static final long serialVersionUID = 1;

  SlackNotSetException(String situation) {
    super("ponte.app.slack.texts", situation);
  }
}
