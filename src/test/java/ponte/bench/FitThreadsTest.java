package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ponte.archive.LinkNetwork;

class FitThreadsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path directory = Path.of("");
  private String learnt = "";
  private String other = "";

  @BeforeEach
  void makeUpTwoSets(@TempDir Path fresh) throws IOException {
    directory = fresh;
    learnt = MadeUpLog.write(directory, "learnt", 1).toString();
    other = MadeUpLog.write(directory, "other", 2).toString();
  }

  @Test
  void writesWeightsThatPonteReadsAndMeasuresThem() throws IOException {
    var table = directory.resolve("link-network.tsv");

    var code =
        fit(
            learnt + "=2",
            "--thin",
            other,
            "--dev",
            other,
            "--networks",
            "2",
            "--rounds",
            "1",
            "--out",
            table.toString());

    assertThat(code).as(err.toString()).isZero();
    LinkNetwork.read(Files.readString(table));
    assertThat(table)
        .content()
        .contains("to other.tsv and thinned copies of it, learnt.tsv * 2.0; seed 1.\n");
    assertThat(out.toString())
        .contains("machine: ")
        .contains("learnt.tsv, 119 messages * 2.0")
        .contains("other.tsv, 119 messages")
        .contains("network 2, round 1: loss ")
        .containsSubsequence("other.tsv, held out", "other.tsv\n", "link F", "shipped", "fitted");
  }

  @Test
  void fitsNothingWithoutASetOrAPlaceForTheWeights() {
    assertThat(fit()).isEqualTo(2);
    assertThat(err.toString()).contains("Name a set to learn from.");

    assertThat(fit("nowhere.tsv")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no set nowhere.tsv.");

    assertThat(fit(learnt, "--out", directory.resolve("no/where.tsv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no directory for ");
  }

  @Test
  void fitsNothingToASetThatSaysNothing() throws IOException {
    var silent = Files.writeString(directory.resolve("silent.tsv"), "file\tline\n");

    assertThat(fit(silent.toString(), "--out", directory.resolve("out.tsv").toString()))
        .isEqualTo(2);

    assertThat(err.toString()).contains("No set says where a message belongs.");
    assertThat(directory.resolve("out.tsv")).doesNotExist();
  }

  @Test
  void refusesAWeightThatIsNone() {
    assertThat(fit(learnt + "=much")).isEqualTo(2);

    assertThat(err.toString()).contains("=much", "write SET=0.8");
  }

  private int fit(String... arguments) {
    return new CommandLine(new FitThreads())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
