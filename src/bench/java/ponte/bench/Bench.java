package ponte.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ponte.bench.company.CompanyBench;
import ponte.bench.hot.HotBench;
import ponte.bench.load.IntakeBench;
import ponte.bench.load.LoadBench;
import ponte.bench.load.PeersBench;
import ponte.bench.load.SlackBench;

/** The benchmarks of {@code ponte-bench.jar}. */
@Command(
    name = "ponte-bench",
    description = "Measures Ponte. Each benchmark prints the machine and the data it ran on.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ArchiveBench.class,
      ArchivesBench.class,
      CommunityBench.class,
      CompanyBench.class,
      DigestsBench.class,
      ExpertsBench.class,
      FitThreads.class,
      HotBench.class,
      IntakeBench.class,
      LanguagesBench.class,
      LoadBench.class,
      MailsBench.class,
      MapBench.class,
      PairingBench.class,
      PeersBench.class,
      NudgesBench.class,
      QuestionsBench.class,
      QueueBench.class,
      ScaleBench.class,
      SeedsBench.class,
      SlackBench.class,
      StartupBench.class,
      SummariesBench.class,
      ThreadsBench.class,
      TrendsBench.class,
      TrainItalianTagger.class
    })
public final class Bench implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    // An option of Java that is a file of options (@jvm.options) is the server's to read.
    var bench = new CommandLine(new Bench()).setUsageHelpAutoWidth(true).setExpandAtFiles(false);
    System.exit(bench.execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a benchmark; --help lists them.");
  }
}
