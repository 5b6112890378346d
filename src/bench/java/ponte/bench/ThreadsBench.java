package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which messages of a flat channel belong together? Compares with what people said. */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = {
      "Takes flat channels apart as the archive does and compares with conversations that people",
      "marked: F of reply links where they are marked, 1 - variation of information, one-to-one",
      "overlap and F of exact conversations, in percent, for Ponte and two simple ways."
    })
final class ThreadsBench implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "SET",
      description =
          "A table, packed (.gz) or not, with the columns file, line, time, speaker, text,"
              + " annotated, reply_to, conversation_id and a header; or a Slack export (.zip) with"
              + " NAME.conversations.tsv beside it.")
  private List<Path> sets = List.of();

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description =
          "Write Ponte's conversations: file, line, conversation_id, with a header, for the"
              + " annotated lines, or for all where none is.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    try (var out = RunFile.open(run)) {
      if (out != null) {
        out.print("file\tline\tconversation_id\n");
      }
      for (var set : sets) {
        measure(set, out);
      }
    }
    return 0;
  }

  private static void measure(Path set, @Nullable PrintWriter out) throws IOException {
    var logs = EntangledLog.read(set);
    System.out.printf(
        Locale.ROOT,
        "data: %s, %,d logs, %,d lines, %,d annotated%n",
        set.getFileName(),
        logs.size(),
        logs.stream().mapToInt(log -> log.lines().size()).sum(),
        logs.stream().mapToLong(EntangledLog::annotated).sum());
    System.out.println(ThreadScores.header());
    for (var untangling : Untangling.all()) {
      var scores = new ThreadScores();
      for (var log : logs) {
        var conversations = scores.add(log, untangling.links(log));
        if (out != null && untangling instanceof Untangling.OfPonte) {
          write(log, conversations, out);
        }
      }
      if (scores.lines() > 0) {
        System.out.println(scores.line(untangling.name()));
      }
    }
  }

  private static void write(EntangledLog log, Map<Integer, String> conversations, PrintWriter out) {
    var all = log.annotated() == 0;
    for (var line : log.lines()) {
      if (all || line.annotated()) {
        out.printf("%s\t%d\t%s\n", log.file(), line.number(), conversations.get(line.number()));
      }
    }
  }
}
