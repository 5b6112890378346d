package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.command.Command;
import ponte.platform.ButtonValues;
import ponte.store.Codec;
import ponte.store.InMemoryRecords;

class ButtonValuesTest {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final ButtonValues values = SlackButtons.values(new InMemoryRecords(clock), clock);

  /** Characters that take six each where they are written down. */
  private static final Command LONG = new Command.WhoKnows("x" + "\u0001".repeat(499));

  @Test
  void carriesACommand() {
    var command = new Command.WhoKnows("kafka");

    assertThat(values.of(command)).isEqualTo(Codec.write(command));
    assertThat(values.action(values.of(command))).contains(Codec.write(command));
  }

  @Test
  void keepsAsideWhatIsTooLongForAButton() {
    assertThat(Codec.write(LONG).length()).isGreaterThan(SlackButtons.LONGEST);

    assertThat(values.of(LONG)).hasSizeLessThan(100).isEqualTo(values.of(LONG));
    assertThat(values.action(values.of(LONG))).contains(Codec.write(LONG));
  }

  @Test
  void forgetsAButtonThatNobodyPressedForAQuarterOfAYear() {
    var value = values.of(LONG);
    clock.advance(Duration.ofDays(89));
    assertThat(values.of(LONG)).isEqualTo(value);
    clock.advance(Duration.ofDays(89));
    assertThat(values.action(value)).isPresent();

    clock.advance(Duration.ofDays(1));

    assertThat(values.action(value)).isEmpty();
  }
}
