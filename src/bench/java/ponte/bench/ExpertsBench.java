package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ponte.bench.Trial.Asking;
import ponte.bench.Trial.Data;
import ponte.bench.Trial.Live;
import ponte.bench.Trial.Split;
import ponte.bench.Trial.Words;
import ponte.bot.Asker;
import ponte.conversation.WorkspaceId;
import ponte.expert.ExpertRules;
import ponte.expert.Experts.Ranked;
import ponte.nlp.Language;
import ponte.slack.Mrkdwn;

/** Who will answer? Asks an archive at the moments when people asked their colleagues. */
@Command(
    name = "experts",
    mixinStandardHelpOptions = true,
    description = {
      "Replays Slack exports in order of time through the real archive and asks, at the moment of",
      "each question, who will answer it: from messages before it only, the asker left out. Prints",
      "how well that meets those who did, for Ponte and for the rankings to compare it with."
    })
final class ExpertsBench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "EXPORT QUERIES",
      description =
          "A Slack export (zip or folder) and its questions with their answerers, one JSON object"
              + " a line; and so on for more workspaces.")
  private List<Path> files = List.of();

  @Option(
      names = "--split",
      defaultValue = "EVAL",
      description = "Which questions are asked: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Split split = Split.EVAL;

  @Option(
      names = "--words",
      defaultValue = "OPENING",
      description =
          "What of a question is typed: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); its rarest"
              + " three words, or its title where it has one.")
  private Words words = Words.OPENING;

  @Option(
      names = "--warm-up",
      defaultValue = "0.2",
      description = "The first share of all questions is not scored (${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(names = "--tail", description = "Take out the ten who wrote most.")
  private boolean tail;

  @Option(names = "--ablations", description = "Also rank with one thing changed at a time.")
  private boolean ablations;

  @Option(
      names = "--leave-one-out",
      description = "For each workspace choose the ranking's numbers on the others; asks ALL.")
  private boolean leaveOneOut;

  @Option(
      names = "--foreign",
      paramLabel = "QUERIES",
      description = "Questions of another workspace, asked at the end: how many name somebody?")
  private @Nullable Path foreign;

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description = "Write Ponte's ranking: question, person, score; ten people a question.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    if (files.size() % 2 != 0) {
      throw new ParameterException(spec.commandLine(), "Each export needs its questions.");
    }
    System.out.println(Machine.line());
    var trials = new ArrayList<Trial>();
    var names = new ArrayList<String>();
    try (var out =
        run == null
            ? null
            : new PrintWriter(Files.newBufferedWriter(run, StandardCharsets.UTF_8))) {
      for (var i = 0; i < files.size(); i += 2) {
        var data = new Data(files.get(i), files.get(i + 1));
        var asked = leaveOneOut ? Split.ALL : split;
        var trial = new Trial(data, new Asking(asked, words, warmUp, tail));
        trial.run(
            this::rankings,
            (question, ranking, ranked) -> {
              if (out != null && ranking instanceof Ponte) {
                write(question, ranked, out);
              }
            },
            this::askForeign);
        print(data, trial);
        trials.add(trial);
        names.add(data.name());
      }
    }
    if (leaveOneOut) {
      var choices =
          trials.getFirst().of(Split.ALL).keySet().stream()
              .filter(it -> it.startsWith(LeaveOneOut.PREFIX) && it.contains("elsewhere"))
              .toList();
      LeaveOneOut.lines(trials, names, choices).forEach(System.out::println);
    }
    return 0;
  }

  private List<PeopleRanking> rankings(Live live) {
    var rankings = new ArrayList<PeopleRanking>();
    rankings.add(live.ponte(new Ablations.Named("Ponte", ExpertRules.DEFAULT)));
    if (leaveOneOut) {
      rankings.addAll(LeaveOneOut.choices(live::ponte));
    } else {
      rankings.addAll(Rivals.of(live.archive(), live.audience()));
    }
    if (ablations) {
      rankings.addAll(Ablations.of(live.archive(), live.audience(), live::ponte));
    }
    return rankings;
  }

  private static void write(AskedQuestion question, List<Ranked> ranked, PrintWriter out) {
    ranked.stream()
        .limit(PeopleRanking.NAMES)
        .forEach(
            each ->
                out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%.6f%n",
                    question.id(),
                    each.person().value(),
                    each.score()));
  }

  /** Whoever is named for what was asked elsewhere is named wrongly. */
  private void askForeign(Live live) {
    if (foreign == null) {
      return;
    }
    try {
      var workspace = new WorkspaceId("elsewhere");
      var mrkdwn = new Mrkdwn(workspace, id -> id);
      var experts = live.experts(ExpertRules.DEFAULT);
      var asker = new Asker(null, live.audience(), Language.ENGLISH, ZoneOffset.UTC);
      var named = 0;
      var asked = AskedQuestion.read(foreign, workspace, Map.of());
      for (var question : asked) {
        var title = question.title();
        var text = words == Words.TITLE && title != null ? title : question.text();
        var topic = Ponte.topic(mrkdwn.parse(text).searchable());
        named += topic.isBlank() || experts.on(topic, asker).experts().isEmpty() ? 0 : 1;
      }
      System.out.printf(
          Locale.ROOT,
          "foreign: of %,d questions of %s somebody is named for %.1f %%%n",
          asked.size(),
          foreign.getFileName(),
          100.0 * named / Math.max(1, asked.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(Data data, Trial trial) {
    var scores = trial.of(split);
    var first = scores.values().stream().findFirst().orElseGet(Scores::new);
    System.out.printf(
        Locale.ROOT,
        "data: %s, %,d messages; %s; %s split by %s%s, first %.0f %% not scored: %,d with an"
            + " answerer%n",
        data.export().getFileName(),
        trial.messages(),
        data.queries().getFileName(),
        split.name().toLowerCase(Locale.ROOT),
        words.name().toLowerCase(Locale.ROOT),
        tail ? ", the ten who wrote most taken out" : "",
        100 * warmUp,
        first.count());
    System.out.println(Scores.header());
    scores.forEach((name, sum) -> System.out.println(sum.line(name, first)));
  }
}
