package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitsTwiceAsLongEachTimeUpToAMinute() throws InterruptedException {
    var seconds = new ArrayList<Long>();
    var backoff = new Backoff(time -> seconds.add(time.toSeconds()));
    assertThat(backoff.isNew()).isTrue();

    for (var i = 0; i < 8; i++) {
      backoff.pause();
      assertThat(backoff.isNew()).isFalse();
    }

    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }
}
