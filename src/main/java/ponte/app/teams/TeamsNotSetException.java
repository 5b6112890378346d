package ponte.app.teams;

import ponte.app.NotSetException;

/** The settings for Teams are not whole; {@code situation} is the key of the text that says why. */
final class TeamsNotSetException extends NotSetException {

  private static final long serialVersionUID = 1;

  TeamsNotSetException(String situation) {
    super("ponte.app.teams.texts", situation);
  }
}
