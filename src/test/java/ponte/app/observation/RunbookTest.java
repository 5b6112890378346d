package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunbookTest {

  private static final Path RUNBOOK = Path.of("docs", "runbook.md");

  @Test
  void saysOfEachAlertWhatToDoAndOfNoOther() throws Exception {
    var described =
        Files.readString(RUNBOOK)
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .toList();

    assertThat(described).containsExactlyInAnyOrderElementsOf(Shown.alerts().keySet());
  }

  @Test
  void namesOnlyMetricsThatAlertsOrTheDashboardRead() throws Exception {
    var read = String.join(" ", Shown.panels()) + Shown.alerts().values();

    Files.readString(RUNBOOK)
        .lines()
        .flatMap(line -> Pattern.compile("`(ponte_\\w+)").matcher(line).results())
        .forEach(name -> assertThat(read).contains(name.group(1)));
  }
}
