package ponte.bench.hot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bench.Machine;
import ponte.bench.WorkDirectory;

/** What the hot paths cost, each by itself. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the paths that are walked most often, each by itself and in JVMs of its own, with",
      "JMH: what Slack waits for, commands, markup, redaction, the gate, who-knows and filing.",
      "Prints the time of one, the half of its 99.9 % confidence interval, and what it takes of the",
      "heap."
    })
public final class HotBench implements Callable<Integer> {

  private static final String PACKAGE = "ponte.bench.hot.";

  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..1",
      defaultValue = ".*",
      description = "Only those whose names have a match of it, such as Acknowledging.")
  private String pattern = "";

  @Option(
      names = "--export",
      description = "The Slack export for who-knows, filing and the gate (default: the demo).")
  private @Nullable Path export;

  @Option(
      names = "--forks",
      defaultValue = "1",
      description = "JVMs for each of them (default: ${DEFAULT-VALUE}).")
  private int forks;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "Measured so often in each JVM (default: ${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      description = "So often before that, not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--seconds",
      defaultValue = "1",
      description = "How long each time (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    var output = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    var chosen =
        BenchmarkList.defaultList().find(output, List.of(".*" + pattern + ".*"), List.of());
    if (chosen.isEmpty()) {
      System.err.println("no benchmark's name has a match of " + pattern);
      return 1;
    }
    System.out.println(Machine.line());
    System.out.printf(
        Locale.ROOT,
        "data: %s; %d JVM(s) for each, measured %d times for %d s after %d%n",
        export == null ? "the demo" : export.getFileName(),
        forks,
        iterations,
        seconds,
        warmUp);
    System.out.printf("%-45s %12s %12s %12s%n", "", "mean", "±", "heap");
    try (var work = WorkDirectory.create("ponte-jmh")) {
      // JMH starts its JVMs on what it finds there.
      System.setProperty("java.class.path", ClassPath.ofFiles(work.path()));
      for (var benchmark : chosen) {
        measure(benchmark).forEach(HotBench::print);
      }
    }
    return 0;
  }

  private Iterable<RunResult> measure(BenchmarkListEntry benchmark) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("^" + benchmark.getUsername().replace(".", "\\.") + "$")
            .forks(forks)
            .warmupIterations(warmUp)
            .measurementIterations(iterations)
            .warmupTime(TimeValue.seconds(seconds))
            .measurementTime(TimeValue.seconds(seconds))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            // Lucene maps its index into memory, JMH asks for sizes; Ponte says only what is wrong.
            .jvmArgsAppend(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=ponte/app/cli/logback.xml");
    if (export != null) {
      options.param("export", export.toAbsolutePath().toString());
    }
    return new Runner(options.build()).run();
  }

  private static void print(RunResult result) {
    var time = result.getPrimaryResult();
    var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    System.out.printf(
        Locale.ROOT,
        "%-45s %9.2f %s %9.2f %s %,10.0f B%n",
        result.getParams().getBenchmark().substring(PACKAGE.length()),
        time.getScore(),
        "µs",
        time.getScoreError(),
        "µs",
        allocated == null ? Double.NaN : allocated.getScore());
  }
}
