package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadScoresTest {

  private EntangledLog log = new EntangledLog("none", List.of());

  /** Five lines, the first as context: 1 and 3 are one conversation, 2 and 4 another. */
  @BeforeEach
  void readALog(@TempDir Path directory) throws IOException {
    var set = directory.resolve("set.tsv");
    Files.writeString(
        set,
        """
        file\tline\ttime\tspeaker\ttext\tannotated\treply_to\tconversation_id
        a\t0\t10:00\teve\thello\t0\t\t
        a\t1\t10:01\tada\tit broke\t1\t1\ta-1
        a\t2\t10:01\tleo\tlunch?\t1\t2\ta-2
        a\t3\t10:02\tbob\tada: what did\t1\t1\ta-1
        a\t4\t10:03\teve\tleo: yes\t1\t2\ta-2
        """);
    log = EntangledLog.read(set).getFirst();
  }

  @Test
  void givesAllToWhatIsTheSame() {
    var scores = scores(Map.of(0, 0, 1, 1, 2, 2, 3, 1, 4, 2));

    assertThat(scores.linkF()).isEqualTo(100);
    assertThat(scores.variation()).isEqualTo(100);
    assertThat(scores.oneToOne()).isEqualTo(100);
    assertThat(scores.exactF()).isEqualTo(100);
  }

  @Test
  void measuresThePreviousLineAsByHand() {
    var scores = new ThreadScores();

    scores.add(log, new Untangling.PreviousLine().links(log));

    assertThat(scores.linkF()).as("no link is right").isZero();
    assertThat(scores.variation())
        .as("one bit is lost, of two bits that four lines may have")
        .isCloseTo(50, within(1e-9));
    assertThat(scores.oneToOne()).as("one of the two conversations is met").isEqualTo(50);
    assertThat(scores.exactF()).isZero();
  }

  @Test
  void countsNoSingleLineAsAnExactConversation() {
    var scores = scores(Map.of(0, 0, 1, 1, 2, 2, 3, 1, 4, 4));

    assertThat(scores.linkF()).as("3 of 4 and 4").isEqualTo(75);
    assertThat(scores.variation())
        .as("half a bit: H(found | gold) of two lines in four, of two bits")
        .isCloseTo(75, within(1e-9));
    assertThat(scores.oneToOne()).isEqualTo(75);
    assertThat(scores.exactF()).as("one of two and one").isCloseTo(200.0 / 3, within(1e-9));
  }

  @Test
  void joinsWhatIsLinkedToTheSameLineOfTheContext() {
    var conversations = new ThreadScores().add(log, Map.of(0, 0, 1, 0, 2, 2, 3, 0, 4, 2));

    assertThat(conversations.get(3)).isEqualTo(conversations.get(1)).isEqualTo("a-0");
  }

  @Test
  void linksByTheSimpleRules() {
    assertThat(new Untangling.SimpleRules().links(log))
        .isEqualTo(Map.of(0, 0, 1, 1, 2, 2, 3, 1, 4, 2));
  }

  @Test
  void pairsSoThatTheSumIsGreatestAndNotEachPair() {
    assertThat(Pairing.heaviest(new double[][] {{5, 4}, {4, 0}})).isEqualTo(8);
    assertThat(Pairing.heaviest(new double[][] {{1, 2, 3}})).isEqualTo(3);
    assertThat(Pairing.heaviest(new double[][] {{1}, {2}, {3}})).isEqualTo(3);
    assertThat(Pairing.heaviest(new double[][] {})).isZero();
  }

  private ThreadScores scores(Map<Integer, Integer> links) {
    var scores = new ThreadScores();
    scores.add(log, links);
    return scores;
  }
}
