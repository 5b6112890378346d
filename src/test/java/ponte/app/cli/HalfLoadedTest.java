package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Demo;
import ponte.app.Replica;

/** What the command line says of an export whose import was broken off. */
class HalfLoadedTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void saysWhichOtherExportIsHereOnlyInPart() throws Exception {
    var data = directory.resolve("data");
    breakOff(data);
    var other = Files.createDirectories(directory.resolve("other"));
    Files.writeString(other.resolve("users.json"), "[{\"id\": \"U1\", \"team_id\": \"T1\"}]");
    Files.writeString(other.resolve("channels.json"), "[{\"id\": \"C1\", \"name\": \"lab\"}]");

    var imported = Ran.of("import", other.toString(), "-q", "--data", data.toString());

    assertThat(imported.exitCode()).isZero();
    assertThat(imported.err()).contains(Demo.folder().toString());
  }

  /** Half of an import was enough: as if the process had died. */
  private static void breakOff(Path data) {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      assertThatThrownBy(
              () ->
                  ponte
                      .exportLoader()
                      .load(
                          Demo.folder(),
                          (_, done, _) -> {
                            if (done > 500) {
                              throw new CancellationException();
                            }
                          }))
          .isInstanceOf(CancellationException.class);
    }
  }
}
