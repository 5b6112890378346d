package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ponte.app.storage.Condition.Risk;

@ExtendWith(OutputCaptureExtension.class)
class SafekeepingTest {

  private Condition now = new Condition(true, Set.of(), Map.of());
  private final Safekeeping safekeeping = new Safekeeping(() -> now);

  @Test
  void saysNothingOfAStoreThatKeepsEverything(CapturedOutput output) {
    safekeeping.look();

    assertThat(output.getAll()).doesNotContain("redis");
  }

  @Test
  void warnsOnceOfWhatMayBeLostAndAgainWhenThatChanges(CapturedOutput output) {
    now = new Condition(true, Set.of(Risk.EVICTS), Map.of());
    safekeeping.look();
    safekeeping.look();
    assertThat(output.getAll())
        .containsOnlyOnce("redis may lose")
        .contains("noeviction")
        .doesNotContain("appendonly");

    now = new Condition(true, Set.of(Risk.EVICTS, Risk.KEEPS_NOTHING), Map.of());
    safekeeping.look();
    assertThat(output.getAll()).containsOnlyOnce("appendonly");
  }

  @Test
  void takesAStoreThatIsAwayForNeitherBetterNorWorse(CapturedOutput output) {
    now = new Condition(true, Set.of(Risk.KEEPS_NOTHING), Map.of());
    safekeeping.look();
    now = new Condition(false, Set.of(), Map.of());
    safekeeping.look();
    now = new Condition(true, Set.of(Risk.KEEPS_NOTHING), Map.of());
    safekeeping.look();
    assertThat(output.getAll()).containsOnlyOnce("redis may lose").doesNotContain("to keep what");

    now = new Condition(true, Set.of(), Map.of());
    safekeeping.look();
    assertThat(output.getAll()).containsOnlyOnce("redis is set to keep what it takes now");
  }
}
