package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bot.Import;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.expert.Feedback;
import ponte.expert.Opinions;
import ponte.expert.Requests;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.slack.Limits;
import ponte.slack.Mrkdwn;
import ponte.slack.SlackExport;

/** One workspace, replayed in order of time, and rankings asked at the moment of each question. */
final class Trial {

  private static final int MOST_ACTIVE = 10;

  private final Data data;
  private final Asking asking;
  private final Nlp nlp = new Nlp();
  private final Map<Split, Map<String, Scores>> scores = new EnumMap<>(Split.class);
  private int messages;

  /** An export and its questions. */
  record Data(Path export, Path queries) {

    String name() {
      return export.getFileName().toString().replace(".zip", "");
    }
  }

  /** Which questions are asked. */
  enum Split {
    EVAL,
    TRAIN,
    ALL;

    boolean has(AskedQuestion question) {
      return this == ALL || question.split().equals(name().toLowerCase(Locale.ROOT));
    }
  }

  /** What of a question is typed. */
  enum Words {
    OPENING,
    TITLE,
    RAREST
  }

  /**
   * How it is asked.
   *
   * @param warmUp the first share of all questions, which is not scored
   * @param tail whether the ten who wrote most are taken out, of rankings and of right answers
   */
  record Asking(Split split, Words words, double warmUp, boolean tail) {}

  /** A workspace as it is being replayed. */
  record Live(Archive archive, Directory directory, Audience audience, MvStoreState state) {

    Experts experts(ExpertRules rules) {
      return new Experts(
          archive,
          directory,
          new Nlp(),
          new Feedback(
              new Opinions(state.records(), Clock.systemUTC()),
              new Requests(state.records()),
              rules.feedback(),
              Clock.systemUTC()),
          new Preferences(state.records(), directory),
          rules);
    }

    Ponte ponte(Ablations.Named named) {
      return new Ponte(named.name(), experts(named.rules()), audience);
    }
  }

  /** Hears of each ranking of each question. */
  interface Listener {
    void ranked(AskedQuestion question, PeopleRanking ranking, List<Ranked> names);
  }

  Trial(Data data, Asking asking) {
    this.data = data;
    this.asking = asking;
  }

  /** Replays it once; {@code afterwards} is given the workspace as it is at the end. */
  void run(
      Function<Live, List<PeopleRanking>> rankings, Listener listener, Consumer<Live> afterwards)
      throws IOException {
    try (var work = WorkDirectory.create("ponte-experts");
        var source = SlackExport.open(data.export(), Limits.DEFAULT);
        var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
        var archive =
            LuceneArchive.open(work.path().resolve("archive"), nlp, Conversations.Rules.DEFAULT)) {
      var directory = new Directory(state.records());
      directory.apply(Import.roster(source));
      var live = new Live(archive, directory, directory.everybody(), state);
      ask(source, live, rankings.apply(live), listener);
      afterwards.accept(live);
    }
  }

  private void ask(SlackExport source, Live live, List<PeopleRanking> rankings, Listener listener)
      throws IOException {
    var mrkdwn = new Mrkdwn(source.workspace(), id -> id);
    var channels = source.channels().stream().collect(Collectors.toMap(Channel::name, Channel::id));
    var questions = AskedQuestion.read(data.queries(), source.workspace(), channels);
    var replay = Replay.of(source);
    messages = replay.size();
    var left = asking.tail() ? mostActive(replay) : Set.<PersonId>of();
    var rarest = new RarestWords(nlp);
    var cold = (int) (asking.warmUp() * questions.size());
    for (var i = 0; i < questions.size(); i++) {
      var question = questions.get(i);
      if (asking.split().has(question)) {
        hear(replay.before(question.at()), live.archive(), rankings, rarest);
        var right = new HashSet<>(question.answerers());
        right.removeAll(left);
        if (i >= cold && !right.isEmpty()) {
          var opening = mrkdwn.parse(question.text()).searchable();
          var words = words(question, opening, rarest);
          for (var ranking : rankings) {
            var names = ranking.rank(question, words);
            listener.ranked(question, ranking, names);
            add(question, ranking, names.stream().filter(it -> !left.contains(it.person())), right);
          }
        }
      }
      progress(i + 1, questions.size());
    }
  }

  private String words(AskedQuestion question, String opening, RarestWords rarest) {
    var title = question.title();
    return switch (asking.words()) {
      case OPENING -> opening;
      case TITLE -> title == null ? opening : title;
      case RAREST -> rarest.of(opening);
    };
  }

  private void add(
      AskedQuestion question, PeopleRanking ranking, Stream<Ranked> names, Set<PersonId> right) {
    var ten = names.limit(PeopleRanking.NAMES).toList();
    for (var split : Split.values()) {
      if (split.has(question)) {
        of(split).computeIfAbsent(ranking.name(), _ -> new Scores()).add(ten, right);
      }
    }
  }

  /** The scores of each ranking over the questions of a split. */
  Map<String, Scores> of(Split split) {
    return scores.computeIfAbsent(split, _ -> new LinkedHashMap<>());
  }

  int messages() {
    return messages;
  }

  private static void hear(
      List<Talk.Posted> posted, Archive archive, List<PeopleRanking> rankings, RarestWords rarest) {
    if (!posted.isEmpty()) {
      archive.apply(posted);
      var talk = posted.stream().map(Talk.Posted::content).filter(Message::isTalk).toList();
      rarest.heard(talk);
      rankings.forEach(ranking -> ranking.heard(talk));
    }
  }

  private static Set<PersonId> mostActive(Replay replay) {
    var written = new HashMap<PersonId, Integer>();
    for (var posted : replay.all()) {
      if (posted.content().isTalk()) {
        written.merge(posted.content().author(), 1, Integer::sum);
      }
    }
    return written.entrySet().stream()
        .sorted(
            Map.Entry.<PersonId, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_ACTIVE)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static void progress(int done, int all) {
    if (done % 50 == 0 || done == all) {
      System.err.printf("\r%d of %d questions%s", done, all, done == all ? "\n" : "");
      System.err.flush();
    }
  }
}
