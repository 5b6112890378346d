package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ponte.bot.DeadLetters;
import ponte.slack.sync.SlackReading;
import ponte.store.InMemoryQueue;
import ponte.teams.sync.TeamsReading;

/** What the guide says of what was given up. */
class GivenUpTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  private final DeadLetters letters =
      new DeadLetters(
          new InMemoryQueue(Clock.systemUTC()), List.of(SlackReading.TOPIC, TeamsReading.TOPIC));

  @Test
  void saysOnceOfEachTopicWhatAReplayDoes() throws IOException {
    var guide = Files.readString(Path.of("docs", "operations.md"));
    var section = guide.substring(guide.indexOf("\n## What was given up"));
    var table = section.substring(section.indexOf("\n| topic |"));
    var rows = ROW.matcher(table.substring(0, table.indexOf("\n\n"))).results();

    assertThat(rows.map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(letters.topics());
  }
}
