package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bot.Asker;
import ponte.bot.Import;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.follow.Follows;
import ponte.introduction.StandingQuestions;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nudge.NudgeRules;
import ponte.nudge.WorkingTime;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** One workspace, replayed in order of time, with its questions followed until they are due. */
final class NudgeTrial {

  private static final int BATCH = 200;

  private final Archive archive;
  private final Directory directory;
  private final Questions questions;
  private final Experts experts;
  private final ReplayClock clock;
  private final PriorityQueue<Asked> waiting =
      new PriorityQueue<>(Comparator.comparing(Asked::due).thenComparing(Asked::conversation));
  private final Set<MessageId> known = new HashSet<>();
  private final Set<PersonId> wrote = new HashSet<>();
  private final List<Talk.Posted> batch = new ArrayList<>();
  final List<Followed> followed = new ArrayList<>();

  /**
   * A question as it was asked.
   *
   * @param due when its asker is offered help
   * @param first whom Ponte would ask if it asked at once
   */
  record Asked(Message question, MessageId conversation, Instant due, Whom first) {}

  /**
   * What became of it.
   *
   * @param open whether nobody was seen to have answered when it was due
   * @param then whom Ponte would ask when it was due
   * @param there those who had written by then
   */
  record Followed(Asked asked, boolean open, Whom then, Set<PersonId> there) {}

  /**
   * Whom it could ask.
   *
   * @param routing by knowledge and presence
   * @param likely those of them whom Ponte asks
   */
  record Whom(List<PersonId> routing, List<PersonId> likely) {
    static final Whom NOBODY = new Whom(List.of(), List.of());
  }

  private NudgeTrial(Archive archive, Directory directory, MvStoreState state, ReplayClock clock) {
    this.archive = archive;
    this.directory = directory;
    this.clock = clock;
    this.questions = questions(archive, directory, state, clock);
    this.experts = Trials.experts(archive, directory, state.records(), clock);
  }

  static Questions questions(
      Archive archive, Directory directory, MvStoreState state, Clock clock) {
    return new Digests(
            archive,
            directory,
            new Nlp(),
            new Preferences(state.records(), directory),
            Trials.experts(archive, directory, state.records(), clock),
            new Follows(state.records(), directory),
            DigestRules.DEFAULT,
            clock)
        .questions();
  }

  /** Follows the questions of an export and tells what came of it. */
  static String of(Path export, int show) throws IOException {
    try (var work = WorkDirectory.create("ponte-nudges");
        var source = SlackExport.open(export, Limits.DEFAULT);
        var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
        var archive =
            LuceneArchive.open(
                work.path().resolve("archive"), new Nlp(), Conversations.Rules.DEFAULT)) {
      var directory = new Directory(state.records());
      directory.apply(Import.roster(source));
      var replay = Replay.of(source);
      var trial = new NudgeTrial(archive, directory, state, new ReplayClock());
      for (var posted : replay.all()) {
        trial.hear(posted);
      }
      trial.flush();
      trial.due(Instant.MAX);
      var gold = Path.of(export.toString().replace(".zip", ".conversations.tsv"));
      var truth =
          Files.exists(gold)
              ? new Truth(replay, labels(gold, source))
              : new Truth(replay, trial.linked(replay));
      var line = new NudgeScores(trial.followed, truth, replay).lines(export);
      return line + trial.drawn(show, truth);
    }
  }

  private static Map<MessageId, String> labels(Path file, SlackExport source) throws IOException {
    var ids =
        source.channels().stream()
            .collect(Collectors.toMap(channel -> channel.name(), channel -> channel.id()));
    try (var lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(cells -> ids.containsKey(cells[0]))
          .collect(
              Collectors.toMap(
                  cells -> new MessageId(Objects.requireNonNull(ids.get(cells[0])), cells[1]),
                  cells -> cells[2]));
    }
  }

  /** Where nobody says to which conversation a message belongs, it is as Ponte links it. */
  private Map<MessageId, String> linked(Replay replay) {
    var linked = new HashMap<MessageId, String>();
    for (var posted : replay.all()) {
      archive
          .find(posted.message(), Audience.of(posted.content().channel()))
          .ifPresent(filed -> linked.put(posted.message(), filed.conversation().toString()));
    }
    return linked;
  }

  private void hear(Talk.Posted posted) {
    var message = posted.content();
    var next = waiting.peek();
    if (batch.size() >= BATCH || (next != null && !next.due().isAfter(message.at()))) {
      flush();
      due(message.at());
    }
    batch.add(posted);
    if (questions.mayAsk(message)) {
      flush();
      clock.set(message.at());
      ask(message);
    }
  }

  private void flush() {
    archive.apply(batch);
    batch.stream()
        .map(Talk.Posted::content)
        .filter(Message::isTalk)
        .forEach(message -> wrote.add(message.author()));
    batch.clear();
  }

  private void ask(Message message) {
    var filed = archive.find(message.id(), Audience.of(message.channel())).orElseThrow();
    if (known.contains(filed.conversation())
        || !(questions.of(filed.conversation()) instanceof Questions.State.Open(var question))) {
      return;
    }
    known.add(filed.conversation());
    var zone = directory.person(question.author()).map(it -> it.zone()).orElse(ZoneOffset.UTC);
    waiting.add(
        new Asked(
            question,
            filed.conversation(),
            new WorkingTime(QuietHours.DEFAULT, zone)
                .after(question.at(), NudgeRules.DEFAULT.after()),
            route(question)));
  }

  private Whom route(Message question) {
    var topic = StandingQuestions.topic(question);
    if (topic.isBlank()) {
      return Whom.NOBODY;
    }
    var asker =
        new Asker(
            question.author(),
            directory.everybody(),
            Language.ENGLISH,
            ZoneOffset.UTC,
            question.channel());
    return new Whom(
        experts.routing(topic, asker).stream().map(Ranked::person).toList(),
        experts.answerers(topic, asker));
  }

  private void due(Instant now) {
    while (!waiting.isEmpty() && !waiting.peek().due().isAfter(now)) {
      var asked = waiting.remove();
      clock.set(asked.due());
      var open = questions.of(asked.conversation()) instanceof Questions.State.Open;
      followed.add(
          new Followed(
              asked, open, open ? route(asked.question()) : Whom.NOBODY, Set.copyOf(wrote)));
    }
  }

  private String drawn(int show, Truth truth) {
    var open = new ArrayList<>(followed.stream().filter(Followed::open).toList());
    Collections.shuffle(open, new Random(7));
    return open.stream()
        .limit(show)
        .map(
            each ->
                "  "
                    + (truth.answers(each.asked().question()).isEmpty() ? "open  " : "answered ")
                    + each.asked().question().text().searchable().replaceAll("\\s+", " ")
                    + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** To which conversation each message belongs, and so who answered. */
  static final class Truth {

    private final Map<MessageId, String> labels;
    private final Map<String, List<Message>> conversations;

    Truth(Replay replay, Map<MessageId, String> labels) {
      this.labels = labels;
      this.conversations =
          replay.all().stream()
              .map(Talk.Posted::content)
              .filter(message -> message.isTalk() && labels.containsKey(message.id()))
              .collect(Collectors.groupingBy(message -> labels.getOrDefault(message.id(), "")));
    }

    /** What others said in the conversation of a question after it. */
    List<Message> answers(Message question) {
      return conversations.getOrDefault(labels.getOrDefault(question.id(), ""), List.of()).stream()
          .filter(message -> message.at().isAfter(question.at()))
          .filter(message -> !message.author().equals(question.author()))
          .toList();
    }
  }
}
