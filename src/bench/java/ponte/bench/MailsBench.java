package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bench.Trial.Live;
import ponte.bench.Trial.Split;
import ponte.command.Grammar;
import ponte.command.Understanding;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.ExpertRules;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.slack.Mrkdwn;

/** Is a question that stands in a whole mail answered like the same question alone? */
@Command(
    name = "mails",
    mixinStandardHelpOptions = true,
    description = {
      "Replays a Slack export and asks, at the moment of each question, who knows: by the question",
      "as it was written, and by the same in courteous mails, as Ponte understands them when they",
      "are pasted. Then asks the questions of another workspace, for which nobody is to be named.",
      "Prints for how many somebody is named, and how often one of three answered."
    })
final class MailsBench implements Callable<Integer> {

  private static final int NAMES = 3;
  private static final int LONG_WORDS = 60;

  @Parameters(paramLabel = "EXPORT", description = "A Slack export, zip or folder.")
  private Path export = Path.of("");

  @Parameters(paramLabel = "QUERIES", description = "Its questions, one JSON object a line.")
  private Path queries = Path.of("");

  @Parameters(paramLabel = "FOREIGN", description = "Those of another workspace.")
  private Path foreign = Path.of("");

  @Option(
      names = "--split",
      defaultValue = "EVAL",
      description =
          "Which questions are asked: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); of another"
              + " workspace's all, but for TRAIN those.")
  private Split split = Split.EVAL;

  @Option(
      names = "--mails",
      defaultValue = "HELD_OUT",
      description = "Which mails: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Mails.Which which = Mails.Which.HELD_OUT;

  @Option(
      names = "--most",
      defaultValue = "1000",
      description = "Ask so many questions of each workspace at most (${DEFAULT-VALUE}).")
  private int most = 1000;

  private final Grammar grammar = new Grammar(Nlp.shared());
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();

  /** How many were asked, for how many somebody was named, and somebody right. */
  private record Count(int asked, int named, int right) {

    private Count and(List<PersonId> names, Set<PersonId> answerers) {
      return new Count(
          asked + 1,
          named + (names.isEmpty() ? 0 : 1),
          right + (names.stream().limit(NAMES).anyMatch(answerers::contains) ? 1 : 0));
    }
  }

  @Override
  public Integer call() throws IOException {
    forms.put("alone", UnaryOperator.identity());
    for (var language : Language.values()) {
      forms.put("in " + language + " mails", Mails.in(language, which).inTurn());
    }
    System.out.println(Machine.line());
    System.out.printf(
        "data: %s; %s, %s; %s split, mails %s%n",
        export.getFileName(), queries.getFileName(), foreign.getFileName(), split, which);
    try (var opened = OpenedExport.of(export, Nlp.shared(), Clock.systemUTC())) {
      var everybody = opened.directory().everybody();
      var archive = new RememberingArchive(opened.archive());
      var live =
          new Live(archive, opened.directory(), everybody, opened.state(), new ReplayClock());
      var ponte = live.ponte(new Ablations.Named(Ponte.WHO_KNOWS, ExpertRules.DEFAULT));
      askOwn(opened, live, ponte);
      askForeign(live, ponte);
    }
    System.out.printf("%n%-40s %6s %8s %14s%n", "", "asked", "named %", "right of 3 %");
    counts.forEach(
        (name, count) ->
            System.out.printf(
                Locale.ROOT,
                "%-40s %6d %8.1f %14.1f%n",
                name,
                count.asked(),
                100.0 * count.named() / count.asked(),
                100.0 * count.right() / count.asked()));
    return 0;
  }

  private void askOwn(OpenedExport opened, Live live, Ponte ponte) throws IOException {
    var source = opened.source();
    var channels = source.channels().stream().collect(Collectors.toMap(Channel::name, Channel::id));
    var all = AskedQuestion.read(queries, source.workspace(), channels);
    var asked =
        all.stream()
            .skip(all.size() / 5)
            .filter(split::has)
            .filter(question -> !question.answerers().isEmpty())
            .toList();
    var mrkdwn = new Mrkdwn(source.workspace(), id -> id);
    var replay = opened.replay();
    for (var question : some(asked)) {
      live.clock().set(question.at());
      live.archive().apply(replay.before(question.at()));
      ask("own", question, mrkdwn, live, ponte);
    }
  }

  private void askForeign(Live live, Ponte ponte) throws IOException {
    var workspace = new WorkspaceId("elsewhere");
    var asked = AskedQuestion.read(foreign, workspace, Map.of());
    var mrkdwn = new Mrkdwn(workspace, id -> id);
    for (var question :
        some(asked.stream().filter(it -> split != Split.TRAIN || split.has(it)).toList())) {
      ask("foreign", question, mrkdwn, live, ponte);
    }
  }

  /** As many as are to be asked, from the whole time. */
  private List<AskedQuestion> some(List<AskedQuestion> questions) {
    return questions.size() <= most
        ? questions
        : IntStream.range(0, most)
            .mapToObj(i -> questions.get((int) ((long) i * questions.size() / most)))
            .toList();
  }

  private void ask(String whose, AskedQuestion question, Mrkdwn mrkdwn, Live live, Ponte ponte) {
    var text = mrkdwn.parse(question.text()).searchable();
    var today = LocalDate.ofInstant(live.clock().instant(), ZoneOffset.UTC);
    forms.forEach(
        (form, mail) -> {
          var topic =
              topic(grammar.understand(mail.apply(text), Language.ENGLISH, List.of(), today));
          var names = topic == null ? List.<PersonId>of() : ponte.named(question, topic);
          for (var name : kinds(whose + " questions " + form, text)) {
            counts.merge(
                name,
                new Count(0, 0, 0).and(names, question.answerers()),
                (one, other) ->
                    new Count(
                        one.asked() + other.asked(),
                        one.named() + other.named(),
                        one.right() + other.right()));
          }
        });
  }

  private static List<String> kinds(String name, String text) {
    var kinds = new ArrayList<>(List.of(name));
    if (Nlp.shared().words(text, Language.ENGLISH).size() > LONG_WORDS) {
      kinds.add(name + ", long");
    }
    return kinds;
  }

  /** What would be asked for, be it by a button; null: nothing. */
  private static @Nullable String topic(Understanding understanding) {
    var commands =
        switch (understanding) {
          case Understanding.Understood(var command, _) -> List.of(command);
          case Understanding.NotUnderstood unclear -> unclear.nearest();
          case Understanding.SmallTalk _, Understanding.NothingSaid _ ->
              List.<ponte.command.Command>of();
        };
    return commands.stream()
        .flatMap(
            command ->
                command instanceof ponte.command.Command.WhoKnows(var topic, _, _)
                    ? Optional.of(topic).stream()
                    : Optional.<String>empty().stream())
        .findFirst()
        .orElse(null);
  }
}
