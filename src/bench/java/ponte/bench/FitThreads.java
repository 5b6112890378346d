package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ponte.archive.LinkNetwork;

/** Fits the weights by which flat channels are taken apart: {@code link-network.tsv}, ADR 17. */
@Command(
    name = "fit-threads",
    mixinStandardHelpOptions = true,
    description = {
      "Fits the network that takes flat channels apart to conversations that people marked, and",
      "measures it beside the one that Ponte has: mean loss of a message, and what threads measures.",
      "The same seed and sets give the same weights. Sets as of threads."
    })
final class FitThreads implements Callable<Integer> {

  /** Of ten logs of a thinned set, this is held out. */
  private static final int HELD_OUT = 5;

  private static final int ONE_IN = 10;

  @Parameters(
      arity = "0..*",
      paramLabel = "SET[=WEIGHT]",
      description = "Learn from it; each message counts as much as that (1).")
  private List<String> sets = List.of();

  @Option(
      names = "--thin",
      paramLabel = "SET",
      description =
          "Learn from it and from thinned copies of it, but for every tenth log, which is measured.")
  private List<Path> thinned = List.of();

  @Option(names = "--dev", paramLabel = "SET", description = "Only measure with it.")
  private List<Path> dev = List.of();

  @Option(
      names = "--networks",
      paramLabel = "N",
      description = "Networks of other starts, of which the mean is taken (${DEFAULT-VALUE}).")
  private int networks = 3;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each example is learnt from (${DEFAULT-VALUE}).")
  private int rounds = 7;

  @Option(names = "--seed", paramLabel = "N", description = "Of all chance (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the weights go (${DEFAULT-VALUE}).")
  private Path out = Path.of("link-network.tsv");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var weights = weights();
    check(weights.keySet());
    say("%s%n", Machine.line());
    var examples = new ArrayList<LinkExample>();
    var measured = new LinkedHashMap<String, List<EntangledLog>>();
    for (var set : thinned) {
      learnThinned(set, examples, measured);
    }
    for (var set : weights.entrySet()) {
      var logs = EntangledLog.read(set.getKey());
      var before = examples.size();
      logs.forEach(log -> examples.addAll(LinkExample.of(log, set.getValue())));
      say(
          "data: %s, %,d messages * %s%n",
          name(set.getKey()), examples.size() - before, set.getValue());
    }
    if (examples.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "No set says where a message belongs.");
    }
    for (var set : dev) {
      measured.put(name(set), EntangledLog.read(set));
    }
    var table = header(weights) + LinkTable.of(fit(examples), LinkTable.CHOSEN);
    Files.writeString(out, table);
    say("%s: %,d bytes%n%n", out, table.length());
    measure(measured, LinkNetwork.read(table));
    return 0;
  }

  private void check(Set<Path> learnt) {
    if (learnt.isEmpty() && thinned.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Name a set to learn from.");
    }
    Stream.of(learnt, thinned, dev)
        .flatMap(Collection::stream)
        .filter(set -> !Files.isRegularFile(set))
        .forEach(
            set -> {
              throw new ParameterException(spec.commandLine(), "There is no set " + set + ".");
            });
    if (networks < 1 || rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--networks and --rounds are 1 or more.");
    }
    var directory = out.toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new ParameterException(spec.commandLine(), "There is no directory for " + out + ".");
    }
  }

  private Map<Path, Float> weights() {
    var weights = new LinkedHashMap<Path, Float>();
    for (var set : sets) {
      var at = set.lastIndexOf('=');
      try {
        weights.put(
            Path.of(at < 0 ? set : set.substring(0, at)),
            at < 0 ? 1 : Float.valueOf(set.substring(at + 1)));
      } catch (NumberFormatException _) {
        throw new ParameterException(
            spec.commandLine(), "The weight of " + set + " is no number: write SET=0.8");
      }
    }
    return weights;
  }

  private void learnThinned(
      Path set, List<LinkExample> examples, Map<String, List<EntangledLog>> measured)
      throws IOException {
    var random = new Random(seed);
    var heldOut = new ArrayList<EntangledLog>();
    var learnt = new ArrayList<EntangledLog>();
    for (var log : EntangledLog.read(set)) {
      var isHeldOut = (heldOut.size() + learnt.size()) % ONE_IN == HELD_OUT;
      (isHeldOut ? heldOut : learnt).add(log);
    }
    var before = examples.size();
    learnt.forEach(log -> examples.addAll(LinkExample.of(log, 1)));
    say("data: %s, %,d messages%n", name(set), examples.size() - before);
    for (var copy : ThinnedCopy.ALL) {
      var first = examples.size();
      learnt.forEach(log -> examples.addAll(copy.examples(log, random)));
      say("data: %,d messages of %s%n", examples.size() - first, copy);
    }
    measured.put(name(set) + ", held out", heldOut);
  }

  private List<FittedNetwork> fit(List<LinkExample> examples) {
    var scaling = LinkScaling.of(examples);
    return LongStream.range(0, networks)
        .parallel()
        .mapToObj(
            start ->
                new FittedNetwork(scaling, LinkTable.CHOSEN.keySet(), seed + start)
                    .fit(
                        examples,
                        rounds,
                        (round, loss) ->
                            say("network %d, round %d: loss %.4f%n", start + 1, round, loss)))
        .toList();
  }

  private String header(Map<Path, Float> weights) {
    var learnt =
        Stream.concat(
                thinned.stream().map(set -> name(set) + " and thinned copies of it"),
                weights.entrySet().stream().map(set -> name(set.getKey()) + " * " + set.getValue()))
            .collect(Collectors.joining(", "));
    return """
        # Weights of LinkNetwork: an input a row, a hidden unit a column, then the direct weight; \
        first for links, then for openings. OUT weighs the units.
        # Fitted by ponte-bench.jar fit-threads to %s; seed %d.
        """
        .formatted(learnt, seed);
  }

  private static String name(Path set) {
    return set.getFileName().toString();
  }

  private void measure(Map<String, List<EntangledLog>> measured, LinkNetwork fitted) {
    for (var set : measured.entrySet()) {
      say("%s%n%s %9s%n", set.getKey(), ThreadScores.header(), "loss");
      say("%s%n", line("shipped", LinkNetwork.fitted(), set.getValue()));
      say("%s%n", line("fitted", fitted, set.getValue()));
    }
  }

  private static String line(String name, LinkNetwork network, List<EntangledLog> logs) {
    var scores = new ThreadScores();
    var untangling = new Untangling.OfPonte(network);
    logs.forEach(log -> scores.add(log, untangling.links(log)));
    var loss =
        logs.stream()
            .flatMap(log -> LinkExample.of(log, 1).stream())
            .mapToDouble(example -> new LinkOdds(example, network.scores(example.inputs())).loss())
            .average()
            .orElse(0);
    return scores.line(name) + String.format(Locale.ROOT, " %9.4f", loss);
  }

  private void say(String format, Object... values) {
    var output = spec.commandLine().getOut();
    output.printf(Locale.ROOT, format, values);
    output.flush();
  }
}
