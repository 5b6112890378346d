package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

class LongLooksTest {

  private static final PersonId ADA = new PersonId(new WorkspaceId("T1"), "ada");
  private static final PersonId BEN = new PersonId(new WorkspaceId("T1"), "ben");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final Turns turns = new Turns(LONG);
  private final LongLooks hurried = new LongLooks(turns, Duration.ofMillis(1));
  private final LongLooks patient = new LongLooks(turns, LONG);
  private final AtomicInteger looks = new AtomicInteger();

  @AfterEach
  void letEverybodyGo() {
    end.countDown();
  }

  private String slowly() {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "look " + looks.incrementAndGet();
  }

  /** Asks again until it is there, as a page does. */
  private static String until(Supplier<Optional<String>> asking) {
    while (true) {
      var found = asking.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void showsWhatIsThereInTime() {
    end.countDown();

    assertThat(patient.take(ADA, "trends", String.class, this::slowly)).contains("look 1");
  }

  @Test
  void tellsWhoWouldWaitLongAndShowsWhatThereIsWhenTheyComeBack() {
    assertThat(hurried.take(ADA, "trends", String.class, this::slowly)).isEmpty();
    assertThat(hurried.take(ADA, "trends", String.class, this::slowly)).isEmpty();
    assertThat(looks).hasValue(0);

    end.countDown();

    // What the first look found is not shown later: somebody may have been forgotten since then.
    assertThat(until(() -> hurried.take(ADA, "trends", String.class, () -> "now")))
        .isIn("now", "look 1");
    assertThat(looks).hasValue(1);
  }

  @Test
  void letsWhoWaitsForSomethingWaitForAnotherThing() throws Exception {
    assertThat(hurried.take(ADA, "trends", String.class, this::slowly)).isEmpty();
    begun.await();

    assertThat(patient.take(ADA, "questions", String.class, this::slowly)).isEmpty();
    assertThat(patient.take(BEN, "questions", String.class, () -> "hers")).contains("hers");
  }

  @Test
  void failsAsTheLookDoes() {
    assertThatThrownBy(
            () ->
                patient.take(
                    ADA,
                    "trends",
                    String.class,
                    () -> {
                      throw new IllegalStateException("gone");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("gone");
    end.countDown();
    assertThat(until(() -> patient.take(ADA, "trends", String.class, this::slowly)))
        .isEqualTo("look 1");
  }
}
