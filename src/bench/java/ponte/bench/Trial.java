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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.ExpertRules;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.slack.Mrkdwn;
import ponte.slack.SlackExport;

/** One workspace, replayed in order of time, and rankings asked at the moment of each question. */
final class Trial {

  private static final int MOST_ACTIVE = 10;

  private final Data data;
  private final Asking asking;
  private final Nlp nlp = Nlp.shared();
  private final Map<Way, Map<Split, Map<String, Scores>>> scores = new HashMap<>();
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
   * A way to ask.
   *
   * @param tail whether the ten who wrote most are taken out, of rankings and of right answers
   */
  record Way(Words words, boolean tail) {

    /** Whole questions, with everybody. */
    static final Way USUAL = new Way(Words.OPENING, false);

    @Override
    public String toString() {
      var typed =
          switch (words) {
            case OPENING -> "whole questions";
            case TITLE -> "their titles";
            case RAREST -> "their three rarest words";
          };
      return tail ? typed + ", the ten who wrote most taken out" : typed;
    }
  }

  /**
   * How it is asked.
   *
   * @param ways in the order in which they are told
   * @param warmUp the first share of all questions, which is not scored
   */
  record Asking(Split split, List<Way> ways, double warmUp) {

    private boolean has(Words words) {
      return ways.stream().anyMatch(way -> way.words() == words);
    }
  }

  /**
   * Rankings to ask.
   *
   * @param always in every way
   * @param usually only for whole questions
   */
  record Lineup(List<PeopleRanking> always, List<PeopleRanking> usually) {

    private List<PeopleRanking> all() {
      return Stream.concat(always.stream(), usually.stream()).toList();
    }

    private List<PeopleRanking> of(Words words) {
      return words == Words.OPENING ? all() : always;
    }
  }

  /** A workspace as it is being replayed. */
  record Live(
      Archive archive,
      Directory directory,
      Audience audience,
      MvStoreState state,
      ReplayClock clock) {

    Experts experts(ExpertRules rules) {
      return Trials.experts(archive, directory, state.records(), rules, clock);
    }

    Ponte ponte(Ablations.Named named) {
      return Ponte.knowing(named.name(), experts(named.rules()), audience);
    }

    Ponte routing(Ablations.Named named) {
      return Ponte.routing(named.name(), experts(named.rules()), audience);
    }
  }

  /** Hears of each ranking of each question. */
  interface Listener {
    void ranked(
        AskedQuestion question,
        Words kind,
        String words,
        PeopleRanking ranking,
        List<Ranked> names);
  }

  Trial(Data data, Asking asking) {
    this.data = data;
    this.asking = asking;
  }

  /** Replays it once; {@code afterwards} is given the workspace as it is at the end. */
  void run(Function<Live, Lineup> rankings, Listener listener, Consumer<Live> afterwards)
      throws IOException {
    try (var opened = OpenedExport.of(data.export(), nlp, Clock.systemUTC())) {
      var directory = opened.directory();
      var remembering = new RememberingArchive(opened.archive());
      var live =
          new Live(
              remembering, directory, directory.everybody(), opened.state(), new ReplayClock());
      ask(opened.source(), live, rankings.apply(live), listener);
      afterwards.accept(live);
    }
  }

  private void ask(SlackExport source, Live live, Lineup lineup, Listener listener)
      throws IOException {
    var mrkdwn = new Mrkdwn(source.workspace(), id -> id);
    var channels = source.channels().stream().collect(Collectors.toMap(Channel::name, Channel::id));
    var questions = AskedQuestion.read(data.queries(), source.workspace(), channels);
    var replay = Replay.of(source);
    messages = replay.size();
    var busiest = mostActive(replay);
    var rarest = new RarestWords(nlp);
    var cold = (int) (asking.warmUp() * questions.size());
    for (var i = 0; i < questions.size(); i++) {
      var question = questions.get(i);
      if (asking.split().has(question)) {
        live.clock().set(question.at());
        hear(replay.before(question.at()), live.archive(), lineup.all(), rarest);
        if (i >= cold && !question.answerers().isEmpty()) {
          var opening = mrkdwn.parse(question.text()).searchable();
          for (var kind : Words.values()) {
            words(question, kind, opening, rarest)
                .filter(_ -> asking.has(kind))
                .ifPresent(words -> ask(question, kind, words, lineup.of(kind), busiest, listener));
          }
        }
      }
      progress(i + 1, questions.size());
    }
  }

  private void ask(
      AskedQuestion question,
      Words kind,
      String words,
      List<PeopleRanking> rankings,
      Set<PersonId> busiest,
      Listener listener) {
    for (var ranking : rankings) {
      var names = ranking.rank(question, words);
      listener.ranked(question, kind, words, ranking, names);
      for (var way : asking.ways()) {
        if (way.words() == kind) {
          add(question, way, ranking, names, way.tail() ? busiest : Set.of());
        }
      }
    }
  }

  private static Optional<String> words(
      AskedQuestion question, Words kind, String opening, RarestWords rarest) {
    return switch (kind) {
      case OPENING -> Optional.of(opening);
      case TITLE -> Optional.ofNullable(question.title());
      case RAREST -> Optional.of(rarest.of(opening));
    };
  }

  private void add(
      AskedQuestion question,
      Way way,
      PeopleRanking ranking,
      List<Ranked> names,
      Set<PersonId> left) {
    var right = new HashSet<>(question.answerers());
    right.removeAll(left);
    if (right.isEmpty()) {
      return;
    }
    var ten =
        names.stream()
            .filter(name -> !left.contains(name.person()))
            .limit(PeopleRanking.NAMES)
            .toList();
    for (var split : Split.values()) {
      if (split.has(question)) {
        of(way, split).computeIfAbsent(ranking.name(), _ -> new Scores()).add(ten, right);
      }
    }
  }

  /** The scores of each ranking over the questions of a split, asked in a way. */
  Map<String, Scores> of(Way way, Split split) {
    return scores
        .computeIfAbsent(way, _ -> new EnumMap<>(Split.class))
        .computeIfAbsent(split, _ -> new LinkedHashMap<>());
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
