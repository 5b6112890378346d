package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.LinkNetwork;

class FittedNetworkTest {

  private static final int ROUNDS = 250;
  private static final int FEW = 4;

  private final List<Double> losses = new ArrayList<>();
  private List<LinkExample> examples = List.of();
  private EntangledLog other = new EntangledLog("none", List.of());

  @BeforeEach
  void makeUpTwoLogs(@TempDir Path directory) throws IOException {
    examples = LinkExample.of(MadeUpLog.read(directory, "learnt", 1), 1);
    other = MadeUpLog.read(directory, "other", 2);
  }

  @Test
  void losesLessTheMoreItHasLearnt() {
    fitted(1, ROUNDS);

    assertThat(losses).hasSize(ROUNDS);
    assertThat(losses.get(9)).isLessThan(losses.getFirst());
    assertThat(losses.getLast()).isLessThan(losses.get(9)).isLessThan(0.1);
  }

  @Test
  void takesAnotherLogApartAsPeopleDidOnceItIsWritten() {
    var network = read(fitted(1, ROUNDS));
    var scores = new ThreadScores();

    scores.add(other, new Untangling.OfPonte(network).links(other));

    assertThat(scores.exactF()).isEqualTo(100);
  }

  @Test
  void givesTheSameWeightsForTheSameSeedAndOthersForAnother() {
    var one = LinkTable.of(List.of(fitted(1, FEW)), Map.of());

    assertThat(LinkTable.of(List.of(fitted(1, FEW)), Map.of())).isEqualTo(one);
    assertThat(LinkTable.of(List.of(fitted(2, FEW)), Map.of())).isNotEqualTo(one);
  }

  @Test
  void isWrittenAsTheMeanOfAll() {
    var one = fitted(1, FEW);
    var two = fitted(2, FEW);
    var inputs = examples.getLast().inputs();

    var scores = read(one, two).scores(inputs);

    var ofOne = read(one).scores(inputs);
    var ofTwo = read(two).scores(inputs);
    IntStream.range(0, scores.length)
        .forEach(i -> assertThat(scores[i]).isCloseTo((ofOne[i] + ofTwo[i]) / 2, within(0.05)));
  }

  @Test
  void givesAChosenClueTheChosenWeightAlone() {
    var network = new FittedNetwork(LinkScaling.of(examples), Set.of("OVER_NIGHT"), 1);

    var table = LinkTable.of(List.of(network), Map.of("OVER_NIGHT", -2.5f));

    assertThat(table).containsPattern("\nOVER_NIGHT(\t0){24}\t-2.5\n");
  }

  private FittedNetwork fitted(long seed, int rounds) {
    return new FittedNetwork(LinkScaling.of(examples), Set.of(), seed)
        .fit(examples, rounds, (_, loss) -> losses.add(loss));
  }

  private static LinkNetwork read(FittedNetwork... networks) {
    return LinkNetwork.read(LinkTable.of(List.of(networks), Map.of()));
  }
}
