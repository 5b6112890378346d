package ponte.nlp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists that lie beside this class: one entry a line, {@code #} begins a comment. */
final class WordList {

  private WordList() {}

  /** The entries of a list, in its order. */
  static List<String> read(String name) {
    try (var stream = WordList.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no word list " + name);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the word list " + name, e);
    }
  }
}
