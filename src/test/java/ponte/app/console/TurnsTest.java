package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

class TurnsTest {

  private final Turns turns = new Turns(Duration.ZERO);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letEverybodyGo() {
    end.countDown();
  }

  @Test
  void whoHasATurnIsRefusedAnotherUntilItIsOver() throws Exception {
    var first = busyWith("ada");

    refused("ada", HttpStatus.TOO_MANY_REQUESTS);
    assertThat(turns.take(person("bob"), () -> "read")).isEqualTo("read");

    end.countDown();
    first.get(1, TimeUnit.MINUTES);
    assertThat(turns.take(person("ada"), () -> "read")).isEqualTo("read");
  }

  @Test
  void aThirdIsToldThatItIsBusyAndMayComeAgain() throws Exception {
    var first = busyWith("ada");
    var second = busyWith("bob");

    refused("kim", HttpStatus.SERVICE_UNAVAILABLE);

    end.countDown();
    first.get(1, TimeUnit.MINUTES);
    second.get(1, TimeUnit.MINUTES);
    assertThat(turns.take(person("kim"), () -> "read")).isEqualTo("read");
  }

  @Test
  void aTurnThatFailsIsOver() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                turns.take(
                    person("ada"),
                    () -> {
                      throw new IllegalStateException();
                    }));

    assertThat(turns.take(person("ada"), () -> "read")).isEqualTo("read");
  }

  private CompletableFuture<Void> busyWith(String name) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var work =
        CompletableFuture.runAsync(
            () ->
                turns.take(
                    person(name),
                    () -> {
                      begun.countDown();
                      return awaited();
                    }),
            Thread::startVirtualThread);
    assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    return work;
  }

  private boolean awaited() {
    try {
      return end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void refused(String name, HttpStatus status) {
    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> turns.take(person(name), () -> "read"))
        .satisfies(busy -> assertThat(busy.status()).isEqualTo(status));
  }

  private static PersonId person(String name) {
    return new PersonId(new WorkspaceId("T1"), name);
  }
}
