package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.nlp.Nlp;

/** Does somebody ask? And was nobody seen to answer? */
@Command(
    name = "questions",
    mixinStandardHelpOptions = true,
    description = {
      "Tells questions from the rest and compares with what people marked: precision, recall and",
      "F1, as it was written and without question marks, for Ponte and two simple ways. On a Slack",
      "export it makes digests of every channel and compares the questions it calls open with",
      "the conversations of the messages."
    })
final class QuestionsBench implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "SET",
      description = {
        "A table (.tsv) with a header, two columns that name a row, text and question (1 or 0);",
        "dialogues (.jsonl) with turns; or a Slack export (.zip)."
      })
  private List<Path> sets = List.of();

  @Option(
      names = "--conversations",
      paramLabel = "FILE.tsv",
      description = "To which conversation each message of an export belongs: channel, ts, id.")
  private @Nullable Path conversations;

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description = "Write what Ponte says of the text as it was written: two names, 1 or 0.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    try (var out = RunFile.open(run)) {
      if (out != null) {
        out.print("id\tline\tquestion\n");
      }
      for (var file : sets) {
        if (file.toString().endsWith(".zip")) {
          System.out.println(OpenTrial.of(file, conversations));
        } else {
          var set = AskingSet.read(file);
          print(file, set, "as written", out);
          print(file, set.withoutMarks(), "marks taken away", null);
        }
      }
    }
    return 0;
  }

  private static void print(Path file, AskingSet set, String how, @Nullable PrintWriter out) {
    System.out.printf(
        Locale.ROOT,
        "data: %s, %,d texts, %,d ask%s; %s%n%-20s %6s %6s %6s %6s%n",
        file.getFileName(),
        set.said().size(),
        set.questions().count(),
        set.complete() ? "" : ", others may ask, too",
        how,
        "",
        "P",
        "R",
        "F1",
        "asks");
    for (var spotting : QuestionSpotting.all(Nlp.shared())) {
      var tally = new Tally();
      for (var said : set.said()) {
        boolean asks = spotting.asks(said.text());
        tally.add(said.asks(), asks);
        if (out != null && spotting instanceof QuestionSpotting.OfPonte) {
          out.print(said.key() + "\t" + (asks ? 1 : 0) + "\n");
        }
      }
      System.out.println(tally.line(spotting.name(), set.complete()));
    }
  }

  /** Right and wrong answers. */
  static final class Tally {

    private int right;
    private int found;
    private int gold;
    private int all;

    void add(boolean expected, boolean actual) {
      right += expected && actual ? 1 : 0;
      found += actual ? 1 : 0;
      gold += expected ? 1 : 0;
      all++;
    }

    double precision() {
      return 100.0 * right / Math.max(1, found);
    }

    double recall() {
      return 100.0 * right / Math.max(1, gold);
    }

    double f1() {
      return 200.0 * right / Math.max(1, found + gold);
    }

    /**
     * @param complete false: precision cannot be told
     */
    String line(String name, boolean complete) {
      return String.format(
          Locale.ROOT,
          "%-20s %6s %6.1f %6s %6.1f",
          name,
          complete ? String.format(Locale.ROOT, "%.1f", precision()) : "-",
          recall(),
          complete ? String.format(Locale.ROOT, "%.1f", f1()) : "-",
          100.0 * found / Math.max(1, all));
    }
  }
}
