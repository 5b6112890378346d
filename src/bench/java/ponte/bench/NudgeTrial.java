package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.bot.Asker;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.introduction.StandingQuestions;
import ponte.nlp.Language;
import ponte.nudge.NudgeRules;
import ponte.nudge.WorkingTime;

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

  private NudgeTrial(OpenedExport opened, ReplayClock clock) {
    this.archive = opened.archive();
    this.directory = opened.directory();
    this.clock = clock;
    this.questions = opened.digests(clock).questions();
    this.experts = Trials.experts(archive, directory, opened.state().records(), clock);
  }

  /** Follows the questions of an export and tells what came of it. */
  static String of(Path export, int show) throws IOException {
    try (var opened = OpenedExport.of(export)) {
      var replay = opened.replay();
      var trial = new NudgeTrial(opened, new ReplayClock());
      for (var posted : replay.all()) {
        trial.hear(posted);
      }
      trial.flush();
      trial.due(Instant.MAX);
      var gold = Path.of(export.toString().replace(".zip", ".conversations.tsv"));
      var truth =
          Files.exists(gold)
              ? new Truth(replay, opened.labels(gold))
              : new Truth(replay, trial.linked(replay));
      var line = new NudgeScores(trial.followed, truth, replay).lines(export);
      return line + trial.drawn(show, truth);
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
