package ponte.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * A topic and what was found to be about it by reading.
 *
 * @param from the language in which it is asked
 * @param asked the topic in that language
 * @param same the topic in the language of those who talk about it
 * @param right messages of conversations about it, {@code channel/ts}, or all from one message to
 *     another, {@code channel/ts-ts}
 */
record JudgedTopic(Language from, String asked, String same, Set<String> right) {

  JudgedTopic {
    right = Set.copyOf(right);
  }

  /** Reads the judgements on an export, by its name. */
  static List<JudgedTopic> on(String export) throws IOException {
    var name = "languages/" + export + ".tsv";
    try (var stream = JudgedTopic.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there are no judgements on " + export);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(JudgedTopic::of)
          .toList();
    }
  }

  private static JudgedTopic of(String line) {
    var cells = line.split("\t");
    var from = Objects.equals(cells[0], "it") ? Language.ITALIAN : Language.ENGLISH;
    return new JudgedTopic(
        from, cells[1], cells[2], Stream.of(cells[3].split(" ")).collect(Collectors.toSet()));
  }
}
