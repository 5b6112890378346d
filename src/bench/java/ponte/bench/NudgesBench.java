package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom would Ponte disturb about questions that nobody answers, and would it be the right one? */
@Command(
    name = "nudges",
    mixinStandardHelpOptions = true,
    description = {
      "Replays Slack exports in order of time and follows each question as Ponte would: who asks",
      "is offered help where nobody is seen to have answered after some working hours. Prints how",
      "often that is, how often somebody had answered or answered later, and how well the three",
      "people whom Ponte would ask meet those who did. Of a table or of dialogues it prints how",
      "many of the texts it would follow ask, and how many of those that ask it would follow."
    })
final class NudgesBench implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPORT",
      description = {
        "A Slack export (.zip), with NAME.conversations.tsv beside it where people or a tool told",
        "to which conversation each message belongs: channel, ts, id; or a set as for questions."
      })
  private List<Path> files = List.of();

  @Option(
      names = "--show",
      defaultValue = "0",
      description = "Print so many of the questions that would be offered help, drawn by lot.")
  private int show;

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    for (var file : files) {
      System.out.println(
          file.toString().endsWith(".zip") ? NudgeTrial.of(file, show) : AskedOfRoom.of(file));
    }
    return 0;
  }
}
