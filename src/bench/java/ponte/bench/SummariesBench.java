package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bench.SummarySet.Summarised;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import tools.jackson.databind.json.JsonMapper;

/** Is the summary of a conversation what people wrote of it? */
@Command(
    name = "summaries",
    mixinStandardHelpOptions = true,
    description = {
      "Says conversations in a few of their own sentences and compares with what people wrote of",
      "them: ROUGE-1, 2 and L, F1 in percent with 95 % intervals, for Ponte and simpler ways, all",
      "as long as the summaries of people are in the mean."
    })
final class SummariesBench implements Callable<Integer> {

  private static final List<ToDoubleFunction<Rouge>> MEASURES =
      List.of(Rouge::one, Rouge::two, Rouge::longest);

  @Parameters(
      arity = "1..*",
      paramLabel = "SET.jsonl",
      description =
          "One conversation a line: id, turns of speaker and text, and summaries, which may be"
              + " missing.")
  private List<Path> sets = List.of();

  @Option(
      names = "--run",
      paramLabel = "OUT.jsonl",
      description = "Write Ponte's summaries, one JSON object a line: id and summary.")
  private @Nullable Path run;

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "How long a summary is (default: as those of people in the mean; else 60).")
  private int words;

  private final Nlp nlp = Nlp.shared();

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    try (var out = RunFile.open(run)) {
      for (var file : sets) {
        var read = SummarySet.read(file);
        if (out != null) {
          write(read.getFirst(), out);
        }
        for (var set : read) {
          if (set.hasGold()) {
            measure(set);
          }
        }
      }
    }
    return 0;
  }

  private int words(SummarySet set) {
    return words > 0 ? words : set.words();
  }

  private void write(SummarySet set, PrintWriter out) {
    var ponte = Extracting.ofPonte(nlp);
    int length = words(set);
    for (var conversation : set.conversations()) {
      var line = new LinkedHashMap<String, String>();
      line.put("id", conversation.id());
      line.put("summary", summary(ponte, conversation, length));
      out.print(JsonMapper.shared().writeValueAsString(line) + "\n");
    }
  }

  private String summary(Extracting way, Summarised conversation, int length) {
    var sentences = nlp.spoken(conversation.turns(), Language.ENGLISH);
    return sentences.isEmpty() ? "" : way.summary(conversation, sentences, length);
  }

  private void measure(SummarySet set) {
    var judged =
        set.conversations().stream()
            .filter(conversation -> !conversation.gold().isEmpty())
            .toList();
    int length = words(set);
    System.out.printf(
        Locale.ROOT,
        "data: %s, %,d conversations, %,d turns, %d words%n%-22s %-18s %-18s %-18s %6s%n",
        set.name(),
        judged.size(),
        judged.stream().mapToInt(conversation -> conversation.turns().size()).sum(),
        length,
        "",
        "ROUGE-1",
        "ROUGE-2",
        "ROUGE-L",
        "words");
    var ways = new ArrayList<>(Extracting.rivals(nlp));
    var ots = OpenTextSummarizer.installed();
    ots.ifPresent(ways::add);
    ways.add(Extracting.ofPonte(nlp));
    ways.add(new Ceiling());
    var scores = new LinkedHashMap<Extracting, List<Rouge>>();
    var lengths = new LinkedHashMap<Extracting, Integer>();
    for (var conversation : judged) {
      var sentences = nlp.spoken(conversation.turns(), Language.ENGLISH);
      for (var way : ways) {
        var summary = sentences.isEmpty() ? "" : way.summary(conversation, sentences, length);
        scores
            .computeIfAbsent(way, _ -> new ArrayList<>())
            .add(Rouge.of(summary, conversation.gold()));
        lengths.merge(way, Extract.length(summary), Integer::sum);
      }
    }
    for (var way : ways) {
      print(way.name(), scores.getOrDefault(way, List.of()), lengths.getOrDefault(way, 0));
    }
    if (ots.isEmpty()) {
      System.out.printf("%-22s not installed%n", "Open Text Summarizer");
    }
  }

  private static void print(String name, List<Rouge> scores, int words) {
    var line = new StringBuilder(String.format("%-22s", name));
    for (var measure : MEASURES) {
      var values = scores.stream().map(score -> 100 * measure.applyAsDouble(score)).toList();
      var interval = Bootstrap.of(values);
      line.append(
          String.format(
              Locale.ROOT,
              " %-18s",
              String.format(
                  Locale.ROOT,
                  "%.1f (%.1f-%.1f)",
                  values.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                  interval.low(),
                  interval.high())));
    }
    System.out.printf(Locale.ROOT, "%s %6.1f%n", line, (double) words / Math.max(1, scores.size()));
  }
}
