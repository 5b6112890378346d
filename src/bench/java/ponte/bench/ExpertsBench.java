package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ponte.bench.Trial.Asking;
import ponte.bench.Trial.Data;
import ponte.bench.Trial.Lineup;
import ponte.bench.Trial.Live;
import ponte.bench.Trial.Split;
import ponte.bench.Trial.Way;
import ponte.bench.Trial.Words;
import ponte.conversation.WorkspaceId;
import ponte.expert.ExpertRules;
import ponte.expert.Experts.Ranked;
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
      description =
          "What of a question is typed: ${COMPLETION-CANDIDATES}; its rarest three words, or its"
              + " title where it has one. Left out: each of them in turn.")
  private @Nullable Words words;

  @Option(
      names = "--warm-up",
      defaultValue = "0.2",
      description = "The first share of all questions is not scored (${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(
      names = "--tail",
      description = "Only with the ten who wrote most taken out. Left out: with them and without.")
  private boolean tail;

  @Option(
      names = "--no-ablations",
      description = "Leave out the rankings with one thing changed at a time.")
  private boolean withoutAblations;

  @Option(
      names = "--leave-one-out",
      description =
          "For each workspace choose the numbers of routing on the others; asks whole questions,"
              + " ALL of them.")
  private boolean leaveOneOut;

  @Option(
      names = "--foreign",
      paramLabel = "QUERIES",
      description = "Questions of another workspace, asked at the end: how many name somebody?")
  private @Nullable Path foreign;

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description =
          "Write whom Ponte would ask each whole question: question, person, score; ten people a"
              + " question.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    if (files.size() % 2 != 0) {
      throw new ParameterException(spec.commandLine(), "Each export needs its questions.");
    }
    System.out.println(Machine.line());
    var trials = new ArrayList<Trial>();
    var names = new ArrayList<String>();
    var asking = new Asking(leaveOneOut ? Split.ALL : split, ways(), warmUp);
    try (var out = RunFile.open(run)) {
      for (var i = 0; i < files.size(); i += 2) {
        var data = new Data(files.get(i), files.get(i + 1));
        var trial = new Trial(data, asking);
        var naming = new Naming();
        trial.run(
            this::lineup,
            (question, kind, words, ranking, ranked) -> {
              naming.ranked(question, kind, words, ranking);
              if (out != null && kind == Words.OPENING && ranking.name().equals(Ponte.ROUTING)) {
                write(question, ranked, out);
              }
            },
            live -> askForeign(live, naming));
        print(data, trial);
        naming.lines().forEach(System.out::println);
        trials.add(trial);
        names.add(data.name());
      }
    }
    if (trials.size() > 1) {
      asking.ways().forEach(way -> printAll(trials, way));
    }
    if (leaveOneOut) {
      var choices =
          trials.getFirst().of(Way.USUAL, Split.ALL).keySet().stream()
              .filter(it -> it.startsWith(LeaveOneOut.PREFIX))
              .toList();
      LeaveOneOut.lines(trials, names, choices).forEach(System.out::println);
    }
    return 0;
  }

  private List<Way> ways() {
    if (leaveOneOut) {
      return List.of(Way.USUAL);
    }
    var all =
        Stream.of(
            Way.USUAL,
            new Way(Words.TITLE, false),
            new Way(Words.RAREST, false),
            new Way(Words.OPENING, true),
            new Way(Words.TITLE, true),
            new Way(Words.RAREST, true));
    return all.filter(way -> words == null ? !isBriefTail(way) : way.words() == words)
        .filter(way -> way.tail() || !tail)
        .toList();
  }

  private static boolean isBriefTail(Way way) {
    return way.tail() && way.words() != Words.OPENING;
  }

  private Lineup lineup(Live live) {
    var always = new ArrayList<PeopleRanking>();
    always.add(live.routing(new Ablations.Named(Ponte.ROUTING, ExpertRules.DEFAULT)));
    if (leaveOneOut) {
      return new Lineup(always, LeaveOneOut.choices(live::routing));
    }
    always.add(live.ponte(new Ablations.Named(Ponte.WHO_KNOWS, ExpertRules.DEFAULT)));
    always.addAll(Rivals.of(live.archive(), live.audience()));
    var usually = new ArrayList<PeopleRanking>();
    if (!withoutAblations) {
      usually.addAll(Ablations.ofRouting(live::routing));
      usually.addAll(Ablations.of(live.archive(), live.audience(), live::ponte));
    }
    return new Lineup(always, usually);
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
  private void askForeign(Live live, Naming naming) {
    if (foreign != null) {
      try {
        var workspace = new WorkspaceId("elsewhere");
        var ponte = live.ponte(new Ablations.Named(Ponte.WHO_KNOWS, ExpertRules.DEFAULT));
        var asked = AskedQuestion.read(foreign, workspace, Map.of());
        naming.foreign(ponte, asked, new Mrkdwn(workspace, id -> id));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void print(Data data, Trial trial) {
    System.out.printf(
        Locale.ROOT,
        "%ndata: %s, %,d messages; %s; %s split, first %.0f %% not scored%n",
        data.export().getFileName(),
        trial.messages(),
        data.queries().getFileName(),
        split.name().toLowerCase(Locale.ROOT),
        100 * warmUp);
    for (var way : leaveOneOut ? List.of(Way.USUAL) : ways()) {
      var scores = trial.of(way, split);
      if (!scores.isEmpty()) {
        var first = scores.values().iterator().next();
        System.out.printf(Locale.ROOT, "%n%s: %,d with an answerer%n", way, first.count());
        System.out.println(Scores.header());
        scores.forEach((name, sum) -> System.out.println(sum.line(name, first)));
      }
    }
  }

  private void printAll(List<Trial> trials, Way way) {
    var scores =
        trials.stream().map(trial -> trial.of(way, split)).filter(each -> !each.isEmpty()).toList();
    if (scores.size() > 1) {
      System.out.printf(Locale.ROOT, "%n%d workspaces of equal weight, %s%n", scores.size(), way);
      Scores.together(scores).forEach(System.out::println);
    }
  }
}
