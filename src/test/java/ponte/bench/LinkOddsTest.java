package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkOddsTest {

  private static final double LITTLE = 1e-5;

  @Test
  void losesNothingWhereAllOfTheLikelihoodIsRight(@TempDir Path directory) throws IOException {
    var goesOn = example(directory, "goes on", true, false);
    var opens = example(directory, "opens", false, false);

    assertThat(new LinkOdds(goesOn, new double[] {0, -800, -800}).loss()).isZero();
    assertThat(new LinkOdds(opens, new double[] {-800, -800, 0}).loss()).isZero();
    assertThat(new LinkOdds(opens, new double[] {0, -800, 0}).loss())
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void addsUpWhatIsRight(@TempDir Path directory) throws IOException {
    var both = example(directory, "both", true, true);

    assertThat(new LinkOdds(both, new double[] {0, 0, 0}).loss())
        .isCloseTo(Math.log(1.5), within(1e-12));
  }

  @Test
  void tellsTheSlopeOfTheLoss(@TempDir Path directory) throws IOException {
    var examples =
        Stream.of(
            example(directory, "first", true, false),
            example(directory, "both", true, true),
            example(directory, "opens", false, false));
    var scores = new double[] {0.3, -1.2, 0.8};

    examples.forEach(
        example ->
            IntStream.range(0, scores.length)
                .forEach(
                    i ->
                        assertThat(new LinkOdds(example, scores).slope(i))
                            .isCloseTo(slope(example, scores, i), within(1e-6))));
  }

  private static double slope(LinkExample example, double[] scores, int index) {
    var more = scores.clone();
    more[index] += LITTLE;
    var less = scores.clone();
    less[index] -= LITTLE;
    return (new LinkOdds(example, more).loss() - new LinkOdds(example, less).loss()) / (2 * LITTLE);
  }

  /** Some message that two come before. */
  private static LinkExample example(Path directory, String name, boolean first, boolean second)
      throws IOException {
    var log = MadeUpLog.read(directory, name, 1);
    var inputs = LinkExample.of(log, 1).get(1).inputs();
    return new LinkExample(inputs, new boolean[] {first, second}, 1);
  }
}
