package ponte.app.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/** What came of a command. */
public record Ran(int exitCode, String out, String err) {

  public static Ran of(String... words) {
    return typing("", words);
  }

  /** What came of a command to which somebody typed this. */
  public static Ran typing(String typed, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exitCode =
        PonteCommand.commandLine(
                new StringReader(typed), new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(words);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
