package ponte.app.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the document on bad input says that the console answers.
 *
 * @param method of HTTP
 * @param form what is sent; empty: nothing
 */
record BadInput(String method, String address, String form, int status) {

  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| `([A-Z]+) (/[^ `]*)(?: ([^`]*))?` \\| (\\d+) \\|");

  static List<BadInput> written() {
    try {
      return Files.readAllLines(Path.of("docs", "bad-input.md")).stream()
          .map(ROW::matcher)
          .filter(row -> row.matches())
          .map(
              row ->
                  new BadInput(
                      row.group(1),
                      row.group(2),
                      row.group(3) == null ? "" : row.group(3),
                      Integer.parseInt(row.group(4))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String request() {
    return (method + " " + address + " " + form).strip();
  }
}
