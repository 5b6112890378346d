package ponte.archive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/**
 * Flat chat that people took apart, from the evaluation sets beside the repository. What needs them
 * is skipped where they are absent.
 */
final class Disentanglement {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("gold");
  private static final Pattern SPOKEN_TO = Pattern.compile("@([\\w\\-\\[\\]\\\\`^{}|]+)");
  private static final Pattern NAME_FIRST =
      Pattern.compile("\\s*([\\w\\-\\[\\]\\\\`^{}|]+)\\s*[:,]");
  private static final Pattern NO_WORDS = Pattern.compile("\\[<-\\w+->\\]|https?://\\S+");
  private static final int FULL_DATE = 11;

  private Disentanglement() {}

  /**
   * A log, and the conversation of each of its messages.
   *
   * @param gold by message; empty where nobody said
   */
  record Log(List<Message> messages, LinkedHashMap<MessageId, String> gold) {}

  /** The logs of a file. */
  static List<Log> logs(String name) {
    var byLog = new LinkedHashMap<String, List<String[]>>();
    for (var line : lines(name).subList(1, lines(name).size())) {
      var cells = line.split("\t", -1);
      if (!cells[3].isEmpty()) {
        byLog.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells);
      }
    }
    return byLog.values().stream().map(Disentanglement::log).toList();
  }

  private static List<String> lines(String name) {
    var directory = Path.of("").toAbsolutePath();
    while (directory.getParent() != null && !Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    var file = directory.resolveSibling("shared").resolve("data/disentanglement").resolve(name);
    assumeTrue(Files.exists(file), () -> "no evaluation set: " + file);
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Log log(List<String[]> rows) {
    var names = new HashSet<String>();
    rows.forEach(cells -> names.add(cells[3].toLowerCase(Locale.ROOT)));
    var messages = new ArrayList<Message>();
    var gold = new LinkedHashMap<MessageId, String>();
    var now = Instant.EPOCH;
    for (var cells : rows) {
      now = time(cells[2], now);
      var id = new MessageId(new ChannelId(WORKSPACE, "c"), "%06d".formatted(messages.size()));
      messages.add(
          new Message(
              id,
              person(cells[3]),
              Message.Kind.TALK,
              now,
              null,
              text(cells[4], names),
              List.of(),
              List.of(),
              now));
      if (cells[5].equals("1")) {
        gold.put(id, cells[7]);
      }
    }
    return new Log(messages, gold);
  }

  /** A full date, or a time of the day that never runs back but at midnight. */
  private static Instant time(String written, Instant last) {
    if (written.length() >= FULL_DATE) {
      return LocalDateTime.parse(written.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
    var day = last.atOffset(ZoneOffset.UTC).toLocalDate();
    var time = LocalTime.parse(written).atDate(day).toInstant(ZoneOffset.UTC);
    if (time.isBefore(last.minusSeconds(3600))) {
      return time.plusSeconds(24 * 3600);
    }
    return time.isBefore(last) ? last : time;
  }

  private static PersonId person(String name) {
    return new PersonId(WORKSPACE, name.toLowerCase(Locale.ROOT).replace('/', '_'));
  }

  private static RichText text(String written, Set<String> names) {
    var spans = new ArrayList<Span>();
    var lower = written.toLowerCase(Locale.ROOT);
    var rest = lower;
    for (var pattern : List.of(SPOKEN_TO, NAME_FIRST)) {
      var matcher = pattern.matcher(lower);
      while (pattern == SPOKEN_TO ? matcher.find() : matcher.lookingAt()) {
        if (names.contains(matcher.group(1))) {
          spans.add(new Span.Mention(person(matcher.group(1))));
          rest = rest.replace(matcher.group(1), " ");
        }
        if (pattern == NAME_FIRST) {
          break;
        }
      }
    }
    spans.add(new Span.Plain(NO_WORDS.matcher(rest).replaceAll(" ")));
    return new RichText(spans);
  }
}
