package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class LatenessTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /** It takes entries away, and knows nothing of this. */
  @Test
  void passesOverWhatAnEarlierVersionLeftHere() {
    try (var store = MVStore.open(null)) {
      var lateness = new Lateness(store, "since", "late");
      lateness.givenBack(1, NOW, NOW.plusSeconds(60));
      lateness.givenBack(2, NOW.plusSeconds(1), NOW.plusSeconds(60));

      assertThat(lateness.first(number -> number != 1)).contains(NOW.plusSeconds(1));
      lateness.givenBack(1, NOW.plusSeconds(2), NOW.plusSeconds(60));
      assertThat(lateness.first(_ -> true)).contains(NOW.plusSeconds(1));
      assertThat(lateness.first(_ -> false)).isEmpty();
    }
  }
}
