package ponte.app.cli;

/** What came of a command. */
public record Ran(int exitCode, String out, String err) {

  /** What came of a command that was called in English. */
  static Ran of(String... words) {
    return Shell.ENGLISH.ran(words);
  }

  /** What came of a command to which somebody typed this. */
  static Ran typing(String typed, String... words) {
    return Shell.ENGLISH.typing(typed, words);
  }
}
