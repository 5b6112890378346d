package ponte.bench;

import java.io.IOException;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Unanswered;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.nlp.Language;

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
    try (var opened = OpenedExport.of(export)) {
      var replay = opened.replay();
      opened.archive().apply(replay.all());
      var trial = new OpenTrial(opened.labels(conversations));
      var byChannel =
          replay.all().stream()
              .map(posted -> posted.content())
              .filter(Message::isTalk)
              .peek(trial::put)
              .collect(Collectors.groupingBy(Message::channel));
      for (var channel : opened.source().channels()) {
        var messages = byChannel.getOrDefault(channel.id(), List.of());
        for (var now : ends(messages)) {
          trial.judge(opened.digests(Clock.fixed(now, ZoneOffset.UTC)), channel, now);
        }
      }
      return trial.line(export);
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
