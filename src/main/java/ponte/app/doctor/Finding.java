package ponte.app.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check saw. Nothing in it is a secret, or a word of anybody.
 *
 * @param check what was looked at, by a name for programs
 * @param saw one line for people
 * @param todo what is to be done about it, one line; null: nothing
 */
public record Finding(String check, Level level, String saw, @Nullable String todo) {

  /** How bad it is, the best first. */
  public enum Level {
    OK,
    /** Ponte runs, but not all of it, or not for long. */
    WARNING,
    /** Ponte does not start, or does nothing. */
    FAILURE
  }
}
