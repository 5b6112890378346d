package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

class SeenTest {

  private static final PersonId ADA = new PersonId(new WorkspaceId("T1"), "ada");
  private static final PersonId BOB = new PersonId(new WorkspaceId("T1"), "bob");

  private final TestClock clock = TestClock.at("2026-03-23T09:00:00Z");
  private final Seen seen = new Seen(clock);

  @Test
  void aLookLastsForAnHourAndIsOnesOwn() {
    seen.see(ADA);

    clock.advance(Duration.ofMinutes(59));
    assertThat(seen.sawLately(ADA)).isTrue();
    assertThat(seen.sawLately(BOB)).isFalse();

    clock.advance(Duration.ofMinutes(1));
    assertThat(seen.sawLately(ADA)).isFalse();
  }

  @Test
  void whoLooksAgainHasAnotherHour() {
    seen.see(ADA);
    clock.advance(Duration.ofMinutes(40));
    seen.see(ADA);
    clock.advance(Duration.ofMinutes(40));

    assertThat(seen.sawLately(ADA)).isTrue();
  }
}
