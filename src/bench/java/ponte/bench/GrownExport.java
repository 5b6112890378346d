package ponte.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A larger Slack export made of a real one: its channels again and again under other names, and one
 * channel in which ten thousand messages fall into the last week.
 *
 * <p>Text, people and rhythm are real; vocabulary grows no further than the real export's.
 */
final class GrownExport {

  static final String BUSY = "busy";
  static final int BUSY_WEEK = 10_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Talk> channels = new ArrayList<>();
  private final JsonNode users;

  private GrownExport(JsonNode users) {
    this.users = users;
  }

  /** The messages of a channel, by day. */
  private record Talk(String name, List<ObjectNode> messages) {}

  static GrownExport of(Path export) throws IOException {
    try (var zip = new ZipFile(export.toFile())) {
      var grown = new GrownExport(read(zip, "users.json"));
      for (var channel : read(zip, "channels.json")) {
        var name = channel.get("name").asString();
        var messages = new ArrayList<ObjectNode>();
        zip.stream()
            .map(ZipEntry::getName)
            .filter(entry -> entry.startsWith(name + "/") && entry.endsWith(".json"))
            .sorted()
            .forEach(entry -> read(zip, entry).forEach(node -> messages.add((ObjectNode) node)));
        grown.channels.add(new Talk(name, messages));
      }
      return grown;
    }
  }

  private static JsonNode read(ZipFile zip, String entry) {
    try (var in = zip.getInputStream(zip.getEntry(entry))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Writes an export of about this many messages, at least {@link #BUSY_WEEK}. */
  void write(Path target, long messages) throws IOException {
    write(target, messages, Integer.MAX_VALUE);
  }

  /**
   * Writes an export of about this many messages, at least {@link #BUSY_WEEK}.
   *
   * @param piece about how many messages a channel has at most: a longer one is cut into channels
   *     of equal length, at least 1
   */
  void write(Path target, long messages, int piece) throws IOException {
    try (var out = Files.newOutputStream(target);
        var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16))) {
      zip.setLevel(1);
      entry(zip, "users.json", users);
      var listed = JSON.createArrayNode();
      var left = messages - writeBusyWeek(zip, listed);
      for (var copy = 0; left > 0; copy++) {
        for (var channel : channels) {
          if (left <= 0) {
            break;
          }
          var some = channel.messages().subList(0, (int) Math.min(left, channel.messages().size()));
          writePieces(zip, listed, new Talk(channel.name() + "-" + copy, some), piece);
          left -= some.size();
        }
      }
      entry(zip, "channels.json", listed);
    }
  }

  private void writePieces(ZipOutputStream zip, ArrayNode listed, Talk talk, int piece)
      throws IOException {
    var all = talk.messages();
    var pieces = Math.max(1, Math.round((double) all.size() / piece));
    for (var i = 0L; i < pieces; i++) {
      var name = pieces == 1 ? talk.name() : talk.name() + "-" + i;
      list(listed, name);
      writeDays(
          zip,
          name,
          all.subList((int) (all.size() * i / pieces), (int) (all.size() * (i + 1) / pieces)));
    }
  }

  private int writeBusyWeek(ZipOutputStream zip, ArrayNode listed) throws IOException {
    list(listed, BUSY);
    var all = new ArrayList<ObjectNode>();
    for (var i = 0; all.size() < BUSY_WEEK; i++) {
      all.addAll(channels.get(i % channels.size()).messages());
    }
    var end = timeOf(all.getLast());
    var step = Duration.ofDays(7).dividedBy(BUSY_WEEK + 1);
    var week = new ArrayList<ObjectNode>();
    for (var i = 0; i < BUSY_WEEK; i++) {
      var at = end.minus(step.multipliedBy(BUSY_WEEK - i));
      var message = all.get(i).deepCopy();
      message.put(
          "ts", at.getEpochSecond() + String.format(Locale.ROOT, "%07.6f", i / 1e6).substring(1));
      message.remove("thread_ts");
      week.add(message);
    }
    writeDays(zip, BUSY, week);
    return week.size();
  }

  private void list(ArrayNode listed, String name) {
    var channel =
        listed
            .addObject()
            .put("id", "C" + Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT))
            .put("name", name);
    channel.put("is_archived", false);
    channel.putArray("members");
  }

  private static void writeDays(ZipOutputStream zip, String name, List<ObjectNode> messages)
      throws IOException {
    var days = new TreeMap<LocalDate, ArrayNode>();
    for (var message : messages) {
      days.computeIfAbsent(
              timeOf(message).atZone(ZoneOffset.UTC).toLocalDate(), _ -> JSON.createArrayNode())
          .add(message);
    }
    for (var day : days.entrySet()) {
      entry(zip, name + "/" + day.getKey() + ".json", day.getValue());
    }
  }

  private static Instant timeOf(ObjectNode message) {
    return Instant.ofEpochSecond(Long.parseLong(message.get("ts").asString().split("\\.")[0]));
  }

  private static void entry(ZipOutputStream zip, String name, JsonNode content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
