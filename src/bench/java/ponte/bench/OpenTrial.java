package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.archive.Conversations;
import ponte.bot.Asker;
import ponte.bot.Import;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Unanswered;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.follow.Follows;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** Are the questions open that digests call open? One digest a channel and span, span by span. */
final class OpenTrial {

  private static final int DAYS = 14;

  private final Map<MessageId, String> gold;
  private final Map<String, List<Message>> conversations = new HashMap<>();
  private int digests;
  private int shown;
  private int open;
  private final List<String> wrong = new ArrayList<>();

  private OpenTrial(Map<MessageId, String> gold) {
    this.gold = gold;
  }

  /** Makes the digests and tells how many of their open questions are. */
  static String of(Path export, @Nullable Path conversations) throws IOException {
    if (conversations == null) {
      throw new IllegalArgumentException("--conversations is missing for " + export);
    }
    try (var work = WorkDirectory.create("ponte-questions");
        var source = SlackExport.open(export, Limits.DEFAULT);
        var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
        var archive =
            LuceneArchive.open(
                work.path().resolve("archive"), new Nlp(), Conversations.Rules.DEFAULT)) {
      var directory = new Directory(state.records());
      directory.apply(Import.roster(source));
      var replay = Replay.of(source);
      archive.apply(replay.all());
      var trial = new OpenTrial(gold(conversations, source.channels()));
      var byChannel =
          replay.all().stream()
              .map(posted -> posted.content())
              .filter(Message::isTalk)
              .peek(trial::put)
              .collect(Collectors.groupingBy(Message::channel));
      var preferences = new Preferences(state.records(), directory);
      for (var channel : source.channels()) {
        var messages = byChannel.getOrDefault(channel.id(), List.of());
        for (var now : ends(messages)) {
          var digests =
              new Digests(
                  archive,
                  directory,
                  new Nlp(),
                  preferences,
                  Trials.experts(
                      archive, directory, state.records(), Clock.fixed(now, ZoneOffset.UTC)),
                  new Follows(state.records(), directory),
                  DigestRules.DEFAULT,
                  Clock.fixed(now, ZoneOffset.UTC));
          trial.judge(digests, channel, now);
        }
      }
      return trial.line(export);
    }
  }

  private static Map<MessageId, String> gold(Path file, List<Channel> channels) throws IOException {
    var ids = channels.stream().collect(Collectors.toMap(Channel::name, Channel::id));
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

  private void put(Message message) {
    var conversation = gold.get(message.id());
    if (conversation != null) {
      conversations.computeIfAbsent(conversation, _ -> new ArrayList<>()).add(message);
    }
  }

  /** The ends of the spans in which something was said. */
  private static List<Instant> ends(List<Message> messages) {
    var span = Duration.ofDays(DAYS).toMillis();
    return messages.stream()
        .map(message -> message.at().toEpochMilli() / span + 1)
        .distinct()
        .sorted()
        .map(number -> Instant.ofEpochMilli(number * span))
        .toList();
  }

  private void judge(Digests digests, Channel channel, Instant now) {
    var wish = new Command.Digest(channel.name(), new Command.Period.LastDays(DAYS));
    var asker = new Asker(null, Audience.of(channel.id()), Language.ENGLISH, ZoneOffset.UTC);
    if (digests.on(wish, asker) instanceof DigestOutcome.Written(var digest)) {
      this.digests++;
      for (var unanswered : digest.items(Unanswered.class)) {
        var quote = unanswered.question();
        judge(quote, now);
      }
    }
  }

  private void judge(Quote quote, Instant now) {
    var all = conversations.getOrDefault(gold.getOrDefault(quote.message(), ""), List.of());
    shown++;
    var answers =
        all.stream()
            .filter(message -> !message.author().equals(quote.author()))
            .filter(message -> message.at().isAfter(quote.at()) && message.at().isBefore(now))
            .toList();
    if (answers.isEmpty()) {
      open++;
    } else {
      wrong.add(
          "answered after %s: %s"
              .formatted(
                  Duration.between(quote.at(), answers.getFirst().at()),
                  quote.text().searchable()));
    }
  }

  private String line(Path export) {
    return String.format(
        Locale.ROOT,
        "data: %s, %,d digests of %d days with %,d open questions: %.1f %% are open%n%s",
        export.getFileName(),
        digests,
        DAYS,
        shown,
        100.0 * open / Math.max(1, shown),
        wrong.stream()
            .map(each -> "  " + each + System.lineSeparator())
            .collect(Collectors.joining()));
  }
}
