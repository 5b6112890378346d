package ponte.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ponte.bench.SummarySet.Summarised;
import ponte.nlp.Summaries.Sentence;

/**
 * The program {@code ots} by Nadav Rotem, as Debian packages it. It cuts sentences by itself and
 * takes a share of them; each turn stands in a line of its own with its speaker before it.
 */
final class OpenTextSummarizer implements Extracting {

  /** It is slow where much was said. */
  private static final int TRIES = 3;

  private final Path program;

  private OpenTextSummarizer(Path program) {
    this.program = program;
  }

  /** Where it is installed. */
  static Optional<Extracting> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(directory -> Path.of(directory, "ots"))
        .filter(Files::isExecutable)
        .<Extracting>map(OpenTextSummarizer::new)
        .findFirst();
  }

  @Override
  public String name() {
    return "Open Text Summarizer";
  }

  /** The summary of that share, of a few that are tried, which comes nearest to the length. */
  @Override
  public String summary(Summarised conversation, List<Sentence> sentences, int words) {
    var text = new StringBuilder();
    conversation
        .turns()
        .forEach(turn -> text.append(turn.speaker()).append(": ").append(turn.text()).append('\n'));
    try (var work = WorkDirectory.create("ponte-ots")) {
      var file = work.path().resolve("conversation.txt");
      Files.writeString(file, text);
      var tried = new TreeMap<Integer, String>();
      int share = share(100.0 * words / Extract.length(text.toString()));
      while (tried.size() < TRIES && !tried.containsKey(share)) {
        var summary = run(file, share);
        tried.put(share, summary);
        share = share(share * (double) words / Math.max(1, Extract.length(summary)));
      }
      return tried.values().stream()
          .min(
              Comparator.comparingInt(
                  (String summary) -> Math.abs(Extract.length(summary) - words)))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("ots: can't run " + program, e);
    }
  }

  private static int share(double percent) {
    return Math.clamp(Math.round(percent), 1, 100);
  }

  private String run(Path file, int share) throws IOException {
    var process =
        new ProcessBuilder(program.toString(), "--ratio=" + share, file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = process.getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
