package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How do digests read? Writes them down line by line for somebody to judge. */
@Command(
    name = "digests",
    mixinStandardHelpOptions = true,
    description = {
      "Picks weeks of channels at random, as many of each export, makes the digest of each and",
      "prints how long it takes. With --run it writes each line of them with what was said around",
      "it and with columns for a judgement: good (1 or 0), fault, remark."
    })
final class DigestsBench implements Callable<Integer> {

  private static final String HEADER =
      "export\tchannel\tweek\tkind\tauthor\ttext\tlink\tsmall\taround\tgood\tfault\tremark\n";

  @Mixin private Exports exports = new Exports();

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many weeks altogether (default: ${DEFAULT-VALUE}).")
  private int weeks;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What chance starts with (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--unlike",
      paramLabel = "RUN.tsv",
      description =
          "Leave out all weeks of which an earlier run told anything, in whatever export; may be"
              + " repeated.")
  private List<Path> unlike = List.of();

  @Option(
      names = "--again",
      paramLabel = "RUN.tsv",
      description = "The weeks of which an earlier run told anything, instead of drawn ones.")
  private @Nullable Path again;

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description =
          "Write the lines; \\t, \\n and \\\\ stand for a tab, a new line and a backslash.")
  private @Nullable Path run;

  private int digests;
  private int lines;
  private double seconds;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    var draws = new ArrayList<DrawnWeeks>();
    int many = exports.paths().size();
    for (int i = 0; i < many; i++) {
      int share = weeks / many + (i < weeks % many ? 1 : 0);
      draws.add(DrawnWeeks.of(exports.paths().get(i), share));
    }
    var read = EarlierRuns.of(unlike);
    var before = again == null ? EarlierRuns.NONE : EarlierRuns.of(List.of(again));
    try (var writer = RunFile.open(run)) {
      if (writer != null) {
        writer.print(HEADER);
      }
      for (var draw : draws) {
        var drawn = again == null ? draw.drawn(seed, read) : draw.among(before);
        make(draw, drawn, writer);
        read = read.with(draw.said(drawn));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d digests, %d lines, %.3f s a digest%n",
        digests,
        lines,
        seconds / Math.max(1, digests));
    return 0;
  }

  private void make(DrawnWeeks draw, List<DrawnWeeks.Week> drawn, @Nullable PrintWriter writer)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        "data: %s, %d weeks with enough to tell, %d drawn%n",
        draw.export().getFileName(),
        draw.weeks().size(),
        drawn.size());
    try (var trial = DigestTrial.open(draw.export())) {
      for (var week : drawn) {
        var result = trial.digest(week);
        digests++;
        lines += result.lines().size();
        seconds += result.seconds();
        System.out.printf(
            Locale.ROOT,
            "  #%s, week of %s: %d messages, %d lines, %.3f s%n",
            week.channel(),
            week.first(),
            result.messages(),
            result.lines().size(),
            result.seconds());
        if (writer != null) {
          result.lines().forEach(line -> writer.print(row(draw, week, line)));
        }
      }
    }
  }

  private static String row(DrawnWeeks draw, DrawnWeeks.Week week, DigestTrial.Shown line) {
    var cells =
        List.of(
            String.valueOf(draw.export().getFileName()),
            week.channel(),
            week.first().toString(),
            line.kind(),
            line.author(),
            line.text(),
            line.link(),
            line.small(),
            line.around());
    return String.join("\t", cells.stream().map(DigestsBench::cell).toList()) + "\t\t\t\n";
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "").replace("\n", "\\n");
  }
}
