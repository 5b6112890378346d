package ponte.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question that was asked in a workspace, and those who answered it.
 *
 * @param split {@code train} or {@code eval}
 * @param at when it was asked: only what was said before may be used
 * @param channel where; null where the export has no such channel
 * @param title a few words that say the same; null where there are none
 * @param text as Slack keeps it
 * @param answerers those who answered and had written before; empty where there were none
 */
record AskedQuestion(
    String id,
    String split,
    Instant at,
    @Nullable ChannelId channel,
    PersonId asker,
    @Nullable String title,
    String text,
    Set<PersonId> answerers) {

  private static final double DAY = 86_400_000;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  AskedQuestion {
    answerers = Set.copyOf(answerers);
  }

  /**
   * Reads a file of questions, one JSON object a line, and puts them in order of time.
   *
   * @param channels by name
   */
  static List<AskedQuestion> read(Path file, WorkspaceId workspace, Map<String, ChannelId> channels)
      throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> of(MAPPER.readTree(line), workspace, channels))
          .sorted(Comparator.comparing(AskedQuestion::at).thenComparing(AskedQuestion::id))
          .toList();
    }
  }

  private static AskedQuestion of(
      JsonNode line, WorkspaceId workspace, Map<String, ChannelId> channels) {
    var title = line.path("title").asString("");
    return new AskedQuestion(
        line.path("query_id").asString(),
        line.path("split").asString(),
        instant(line.path("ts").asString()),
        channels.get(line.path("channel").asString()),
        new PersonId(workspace, line.path("asker").asString()),
        title.isBlank() ? null : title,
        line.path("text").asString(),
        line.path("answerers")
            .valueStream()
            .map(answerer -> new PersonId(workspace, answerer.path("user").asString()))
            .collect(Collectors.toSet()));
  }

  /** How many days a moment lies before the question. */
  double daysSince(Instant moment) {
    return (at.toEpochMilli() - moment.toEpochMilli()) / DAY;
  }

  /** Slack's own form of a moment: seconds with a fraction. */
  private static Instant instant(String ts) {
    var seconds = new BigDecimal(ts);
    return Instant.ofEpochSecond(
        seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
  }
}
