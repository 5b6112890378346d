package ponte.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

class EntangledLogTest {

  private static final String HEADER =
      "file\tline\ttime\tspeaker\ttext\tannotated\treply_to\tconversation_id\n";

  @Test
  void findsNamesWhereTheySpeakToSomebody(@TempDir Path directory) throws IOException {
    var lines =
        read(
            directory,
            """
            a\t0\t10:00\tAda\thello\t1\t0\ta-0
            a\t1\t10:00\tubuntu\tI am new\t1\t1\ta-1
            a\t2\t10:01\tbob\tAda: my ubuntu broke, ubuntu is odd\t1\t0\ta-0
            a\t3\t10:01\tbob\tthanks ada\t1\t0\ta-0
            """);

    assertThat(mentions(lines.get(2))).containsExactly("ada");
    assertThat(mentions(lines.get(3))).containsExactly("ada");
  }

  @Test
  void countsTimeOnOverMidnight(@TempDir Path directory) throws IOException {
    var lines =
        read(
            directory,
            """
            a\t0\t23:59\tada\thello\t1\t0\ta-0
            a\t1\t00:01\tbob\thello\t1\t0\ta-0
            """);

    assertThat(lines.getLast().message().at())
        .isEqualTo(lines.getFirst().message().at().plus(Duration.ofMinutes(2)));
  }

  @Test
  void tellsWhatSomebodyDoesFromWhatThePlatformSays(@TempDir Path directory) throws IOException {
    var lines =
        read(
            directory,
            """
            a\t0\t\t\t=== eve has joined\t1\t0\ta-0
            a\t1\t\t\t[10:00]  * ada waves\t1\t1\ta-1
            """);

    assertThat(lines.getFirst().message().kind()).isEqualTo(Message.Kind.NOTICE);
    assertThat(lines.getLast().message().kind()).isEqualTo(Message.Kind.TALK);
    assertThat(lines.getLast().message().author().value()).isEqualTo("ada");
  }

  private List<EntangledLog.Line> read(Path directory, String rows) throws IOException {
    var set = directory.resolve("set.tsv");
    Files.writeString(set, HEADER + rows);
    return EntangledLog.read(set).getFirst().lines();
  }

  private static List<String> mentions(EntangledLog.Line line) {
    return line.message().text().mentions().stream().map(PersonId::value).toList();
  }
}
