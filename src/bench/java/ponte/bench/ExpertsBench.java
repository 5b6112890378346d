package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bot.Import;
import ponte.consent.Preferences;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.directory.Directory;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.expert.Objections;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.slack.Limits;
import ponte.slack.Mrkdwn;
import ponte.slack.SlackExport;

/** Who will answer? Asks an archive at the moments when people asked their colleagues. */
@Command(
    name = "experts",
    mixinStandardHelpOptions = true,
    description = {
      "Replays a Slack export in order of time through the real archive and asks, at the moment of",
      "each question, who will answer it: from messages before it only, the asker left out. Prints",
      "how well that meets those who did, for Ponte and for three rankings to compare it with."
    })
final class ExpertsBench implements Callable<Integer> {

  enum Split {
    EVAL,
    TRAIN,
    ALL;

    boolean has(AskedQuestion question) {
      return this == ALL || question.split().equals(name().toLowerCase(Locale.ROOT));
    }
  }

  @Parameters(index = "0", paramLabel = "EXPORT", description = "A Slack export: zip or folder.")
  private Path export = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "QUERIES",
      description = "Its questions and their answerers, one JSON object a line.")
  private Path queries = Path.of("");

  @Option(
      names = "--split",
      defaultValue = "EVAL",
      description = "Which questions are asked: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Split split = Split.EVAL;

  @Option(
      names = "--warm-up",
      defaultValue = "0.2",
      description = "The first share of all questions is not scored (${DEFAULT-VALUE}).")
  private double warmUp;

  @Option(names = "--titles", description = "Ask by the question's title where it has one.")
  private boolean titles;

  @Option(
      names = "--run",
      paramLabel = "OUT.tsv",
      description = "Write Ponte's ranking: question, person, score; ten people a question.")
  private @Nullable Path run;

  @Override
  public Integer call() throws IOException {
    try (var work = WorkDirectory.create("ponte-experts");
        var source = SlackExport.open(export, Limits.DEFAULT);
        var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
        var archive =
            LuceneArchive.open(
                work.path().resolve("archive"), new Nlp(), Conversations.Rules.DEFAULT);
        var votes = new MessageVotes()) {
      var directory = new Directory(state.records());
      directory.apply(Import.roster(source));
      var audience = directory.everybody();
      var experts =
          new Experts(
              archive,
              directory,
              new Nlp(),
              new Objections(state.records(), Clock.systemUTC()),
              new Preferences(state.records(), directory),
              ExpertRules.DEFAULT);
      ask(
          source,
          archive,
          List.of(
              new Ponte(experts, audience),
              new MostActive(),
              new Presence(archive, audience),
              votes));
    }
    return 0;
  }

  private void ask(SlackExport source, Archive archive, List<PeopleRanking> rankings)
      throws IOException {
    var mrkdwn = new Mrkdwn(source.workspace(), id -> id);
    Function<String, String> words = text -> mrkdwn.parse(text).searchable();
    var questions = AskedQuestion.read(queries, source.workspace());
    var replay = Replay.of(source);
    var cold = (int) (warmUp * questions.size());
    var scores = new LinkedHashMap<PeopleRanking, Scores>();
    rankings.forEach(ranking -> scores.put(ranking, new Scores()));
    try (var out = run == null ? null : writer(run)) {
      for (var i = 0; i < questions.size(); i++) {
        var question = questions.get(i);
        if (split.has(question)) {
          hear(replay.before(question.at()), archive, rankings);
          var asked = titles && question.title() != null ? question.title() : question.text();
          answer(question, words.apply(asked), i >= cold, scores, out);
        }
        progress(i + 1, questions.size());
      }
    }
    print(replay, questions, scores);
  }

  private static void hear(
      List<Talk.Posted> posted, Archive archive, List<PeopleRanking> rankings) {
    if (!posted.isEmpty()) {
      archive.apply(posted);
      var talk = posted.stream().map(Talk.Posted::content).filter(Message::isTalk).toList();
      rankings.forEach(ranking -> ranking.heard(talk));
    }
  }

  private static void answer(
      AskedQuestion question,
      String words,
      boolean scored,
      Map<PeopleRanking, Scores> scores,
      @Nullable PrintWriter out) {
    scores.forEach(
        (ranking, sum) -> {
          var ranked = ranking.rank(question, words);
          if (scored && !question.answerers().isEmpty()) {
            sum.add(ranked, question.answerers());
          }
          if (out != null && ranking instanceof Ponte) {
            write(question, ranked, out);
          }
        });
  }

  private static void write(AskedQuestion question, List<Ranked> ranked, PrintWriter out) {
    for (var each : ranked) {
      out.printf(Locale.ROOT, "%s\t%s\t%.6f%n", question.id(), each.person().value(), each.score());
    }
  }

  private void print(
      Replay replay, List<AskedQuestion> questions, Map<PeopleRanking, Scores> scores) {
    System.out.println(Machine.line());
    System.out.printf(
        Locale.ROOT,
        "data: %s, %,d messages; %s, %,d questions; %s split, first %.0f %% not scored: %,d with an"
            + " answerer%n",
        export.getFileName(),
        replay.size(),
        queries.getFileName(),
        questions.size(),
        split.name().toLowerCase(Locale.ROOT),
        100 * warmUp,
        scores.values().iterator().next().count());
    System.out.println(Scores.header());
    scores.forEach((ranking, sum) -> System.out.println(sum.line(ranking.name())));
  }

  private static void progress(int done, int all) {
    if (done % 50 == 0 || done == all) {
      System.err.printf("\r%d of %d questions%s", done, all, done == all ? "\n" : "");
      System.err.flush();
    }
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }
}
