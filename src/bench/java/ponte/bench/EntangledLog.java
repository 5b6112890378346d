package ponte.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import java.util.zip.GZIPInputStream;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;

/**
 * A log of a flat channel, and what people said about it.
 *
 * @param lines oldest first
 */
record EntangledLog(String file, List<Line> lines) {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("gold");
  private static final ChannelId CHANNEL = new ChannelId(WORKSPACE, "log");
  private static final String ANNOTATED = "1";
  private static final int FULL_DATE = 11;
  private static final Duration DISORDER = Duration.ofHours(1);

  /** "* nick waves": IRC's way to tell what one does; its nick and time stand in the text. */
  private static final Pattern ACTION =
      Pattern.compile(
          "(?:.*\\[(?<time>\\d\\d:\\d\\d(?::\\d\\d)?)\\])?\\s+\\*\\s+(?<nick>\\S+) (?<text>.*)");

  /**
   * A line.
   *
   * @param annotated whether people said where it belongs
   * @param repliesTo the numbers of the lines it replies to, its own where it opens a conversation;
   *     empty where nobody said
   * @param conversation empty where nobody said
   */
  record Line(
      int number, Message message, boolean annotated, Set<Integer> repliesTo, String conversation) {

    Line {
      repliesTo = Set.copyOf(repliesTo);
    }
  }

  EntangledLog {
    lines = List.copyOf(lines);
  }

  /** How many of its lines people annotated. */
  long annotated() {
    return lines.stream().filter(Line::annotated).count();
  }

  /** The logs of a set: an export, or a table of {@code file}, {@code line}, {@code time} etc. */
  static List<EntangledLog> read(Path set) throws IOException {
    if (ExportedLogs.is(set)) {
      return ExportedLogs.read(set);
    }
    var byFile = new LinkedHashMap<String, List<String[]>>();
    try (var in = Files.newInputStream(set);
        var plain = set.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var cells = line.split("\t", -1);
        byFile.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells);
      }
    }
    return byFile.entrySet().stream().map(log -> log(log.getKey(), log.getValue())).toList();
  }

  private static EntangledLog log(String file, List<String[]> rows) {
    var spoken = rows.stream().map(EntangledLog::spoken).toList();
    var nicks = new Nicks(spoken);
    var lines = new ArrayList<Line>();
    var now = Instant.EPOCH;
    for (var i = 0; i < rows.size(); i++) {
      var cells = rows.get(i);
      var said = spoken.get(i);
      now = time(said.time(), now);
      var number = Integer.parseInt(cells[1]);
      var author = said.speaker().isEmpty() ? "the platform" : said.speaker();
      var message =
          new Message(
              new MessageId(CHANNEL, "%09d".formatted(i)),
              Nicks.person(WORKSPACE, author),
              said.speaker().isEmpty() ? Message.Kind.NOTICE : Message.Kind.TALK,
              now,
              null,
              nicks.text(WORKSPACE, said.text()),
              List.of(),
              List.of(),
              now);
      lines.add(new Line(number, message, cells[5].equals(ANNOTATED), replies(cells[6]), cells[7]));
    }
    return new EntangledLog(file, lines);
  }

  /** What was said when by whom; nobody where the platform itself speaks. */
  record Spoken(String time, String speaker, String text) {}

  private static Spoken spoken(String[] cells) {
    var said = new Spoken(cells[2], cells[3], cells[4]);
    var action = ACTION.matcher(cells[4]);
    if (!said.speaker().isEmpty() || !action.matches()) {
      return said;
    }
    var time =
        said.time().isEmpty() && action.group("time") != null ? action.group("time") : said.time();
    return new Spoken(time, action.group("nick"), action.group("text"));
  }

  private static Set<Integer> replies(String cell) {
    var numbers = new HashSet<Integer>();
    for (var number : cell.split("[ ,]+")) {
      if (!number.isEmpty()) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }

  /** A full date, or a time of the day that never runs back but at midnight. */
  private static Instant time(String written, Instant last) {
    if (written.isEmpty()) {
      return last;
    }
    if (written.length() >= FULL_DATE) {
      return LocalDateTime.parse(written.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
    var day = last.atOffset(ZoneOffset.UTC).toLocalDate();
    var time =
        LocalTime.parse(written.toLowerCase(Locale.ROOT)).atDate(day).toInstant(ZoneOffset.UTC);
    if (time.isBefore(last.minus(DISORDER))) {
      return time.plus(Duration.ofDays(1));
    }
    return time.isBefore(last) ? last : time;
  }
}
