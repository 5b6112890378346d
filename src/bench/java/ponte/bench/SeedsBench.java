package ponte.bench;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Would one really post what Ponte proposes to talk about? */
@Command(
    name = "seeds",
    mixinStandardHelpOptions = true,
    description = {
      "Replays Slack exports up to moments drawn by lot and prints what a community manager would",
      "be proposed to begin a discussion about at each of them, for somebody to judge: the reason,",
      "the text, what it rests on, the moment, how many colleagues would be asked; and the time it",
      "took."
    })
final class SeedsBench implements Callable<Integer> {

  @Mixin private Exports exports = new Exports();

  @Option(
      names = "--moments",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many moments of each export (default: ${DEFAULT-VALUE}).")
  private int moments;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What chance starts with (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    for (var export : exports.paths()) {
      System.out.print(SeedTrial.of(export, moments, seed));
    }
    return 0;
  }
}
