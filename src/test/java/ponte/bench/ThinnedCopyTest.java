package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.bench.EntangledLog.Line;

class ThinnedCopyTest {

  private EntangledLog log = new EntangledLog("none", List.of());

  @BeforeEach
  void makeUpALog(@TempDir Path directory) throws IOException {
    log = MadeUpLog.read(directory, "made up", 1);
  }

  @Test
  void keepsConversationsWholeOrNotAtAll() {
    var thinned = copy(0.5, 1, 0, 0).of(log, new Random(1));

    assertThat(thinned.lines()).hasSizeBetween(1, MadeUpLog.LINES - 1);
    var sizes = sizes(log);
    assertThat(sizes(thinned)).allSatisfy((id, size) -> assertThat(sizes).containsEntry(id, size));
  }

  @Test
  void stretchesTimeAndForgetsMentions() {
    var thinned = copy(1, 3, 1, 0).of(log, new Random(1));

    assertThat(span(thinned)).isEqualTo(span(log).multipliedBy(3));
    assertThat(thinned.lines()).allMatch(line -> line.message().text().mentions().isEmpty());
    assertThat(log.lines()).anyMatch(line -> !line.message().text().mentions().isEmpty());
  }

  @Test
  void leavesALogAsItIsWhereNothingIsToChange() {
    var same = copy(1, 1, 0, 0);

    assertThat(same.of(log, new Random(1))).isEqualTo(log);
    assertThat(same.examples(log, new Random(1))).hasSize(MadeUpLog.LINES - 1);
  }

  @Test
  void beginsShortlyBeforeAMessageWithoutSayingThatItOpensWhatItGoesOnFrom() {
    var whole = LinkExample.of(log, 1);

    var begun = copy(1, 1, 0, 0.5).examples(log, new Random(1));

    assertThat(begun).hasSizeBetween(1, whole.size() - 1);
    assertThat(begun).allMatch(example -> example.inputs().candidates() <= 40);
    assertThat(begun.stream().filter(LinkExample::opens).count())
        .isPositive()
        .isLessThanOrEqualTo(whole.stream().filter(LinkExample::opens).count());
    assertThat(shareOfOpenings(begun)).isCloseTo(shareOfOpenings(whole), within(0.1));
  }

  private static double shareOfOpenings(List<LinkExample> examples) {
    return (double) examples.stream().filter(LinkExample::opens).count() / examples.size();
  }

  private static ThinnedCopy copy(double share, double pace, double unnamed, double begins) {
    return new ThinnedCopy(share, pace, pace, unnamed, begins, 1);
  }

  private static Duration span(EntangledLog log) {
    return Duration.between(
        log.lines().getFirst().message().at(), log.lines().getLast().message().at());
  }

  private static Map<String, Long> sizes(EntangledLog log) {
    return log.lines().stream()
        .collect(Collectors.groupingBy(Line::conversation, Collectors.counting()));
  }
}
