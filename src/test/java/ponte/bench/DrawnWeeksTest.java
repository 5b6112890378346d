package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.bench.DrawnWeeks.Week;

/** Which weeks a reader is given who read others before. */
class DrawnWeeksTest {

  private static final Week FIRST = new Week("general", LocalDate.parse("2026-01-05"));
  private static final Week SECOND = new Week("general", LocalDate.parse("2026-01-12"));
  private static final Week THIRD = new Week("general", LocalDate.parse("2026-01-19"));

  private final Path directory;

  DrawnWeeksTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void drawsTheSameAgainForTheSameSeed() throws IOException {
    var draw = DrawnWeeks.of(export("dev", "general", FIRST, SECOND, THIRD), 2);

    assertThat(draw.drawn(1, EarlierRuns.NONE))
        .hasSize(2)
        .isEqualTo(draw.drawn(1, EarlierRuns.NONE));
    assertThat(draw.weeks().keySet()).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void drawsNoWeekThatAnyOfSeveralRunsTold() throws IOException {
    var draw = DrawnWeeks.of(export("dev", "general", FIRST, SECOND, THIRD), 3);
    var runs = List.of(run("one.tsv", "dev", FIRST, "1.0"), run("other.tsv", "dev", THIRD, "2.0"));

    assertThat(draw.drawn(1, EarlierRuns.of(runs))).containsExactly(SECOND);
    assertThat(draw.drawn(1, EarlierRuns.of(runs.subList(0, 1)))).containsExactly(SECOND, THIRD);
    assertThat(draw.among(EarlierRuns.of(runs))).containsExactly(FIRST, THIRD);
  }

  @Test
  void drawsNoWeekOfAnotherExportOfWhichAMessageWasTold() throws IOException {
    var told = run("one.tsv", "dev", SECOND, ts(SECOND, 3));
    var other = DrawnWeeks.of(export("merged", "dev-general", FIRST, SECOND), 2);

    assertThat(other.drawn(1, EarlierRuns.of(List.of(told))))
        .extracting(Week::first)
        .containsExactly(FIRST.first());
  }

  @Test
  void drawsNoWeekTwiceThatIsInTwoExports() throws IOException {
    var one = DrawnWeeks.of(export("dev", "general", FIRST, SECOND), 2);
    var other = DrawnWeeks.of(export("merged", "dev-general", SECOND, THIRD), 2);

    var drawn = one.drawn(1, EarlierRuns.NONE);

    assertThat(other.drawn(1, EarlierRuns.NONE.with(one.said(drawn))))
        .extracting(Week::first)
        .containsExactly(THIRD.first());
  }

  private Path run(String name, String export, Week week, String link) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        """
        export\tchannel\tweek\tkind\tauthor\ttext\tlink\tsmall\taround\tgood\tfault\tremark
        %s\t%s\t%s\tMain discussions\tada\t“Why?”\t%s\t\t\t\t\t
        """
            .formatted(export, week.channel(), week.first(), link));
  }

  /**
   * An export with a channel in which three people say twelve things on the Monday of each week.
   */
  private Path export(String name, String channel, Week... weeks) throws IOException {
    var export = Files.createDirectory(directory.resolve(name));
    Files.writeString(
        export.resolve("channels.json"),
        """
        [{"id": "C1", "name": "%s", "members": []}]
        """
            .formatted(channel));
    Files.writeString(export.resolve("users.json"), "[]");
    var days = Files.createDirectory(export.resolve(channel));
    for (var week : weeks) {
      var messages = new ArrayList<String>();
      IntStream.range(0, 12)
          .forEach(
              i ->
                  messages.add(
                      """
                      {"type": "message", "user": "U%d", "text": "said %d", "ts": "%s"}
                      """
                          .formatted(i % 3, i, ts(week, i))));
      Files.writeString(
          days.resolve(week.first() + ".json"),
          messages.stream().collect(Collectors.joining(",", "[", "]")));
    }
    return export;
  }

  private static String ts(Week week, int number) {
    var at = Instant.parse(week.first() + "T09:00:00Z").plusSeconds(60L * number);
    return at.getEpochSecond() + ".000100";
  }
}
