package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Found.Part;
import ponte.archive.Held;

class AgesTest {

  private static final Instant NOW = Chat.START.plus(Duration.ofDays(1000));
  private static final Part WEEK = part(7);

  @Test
  void countsInDaysWhereHalfOfWhatWasWrittenIsFortyDaysOld() {
    assertThat(ages(0.5, 10, 40, 90).of(WEEK)).isEqualTo(7);
  }

  @Test
  void countsLongerUnitsWhereLittleIsWrittenAndShorterOnesWhereMuchIs() {
    assertThat(ages(0.5, 1, 160, 170).of(WEEK)).isEqualTo(3.5, within(1e-9));
    assertThat(ages(0.5, 1, 10, 170).of(WEEK)).isEqualTo(14, within(1e-9));
    assertThat(ages(0, 1, 160, 170).of(WEEK)).isEqualTo(7);
  }

  @Test
  void countsFromAMonthAfterTheLastWordAtMost() {
    assertThat(ages(0, 500, 510, 520).of(part(510))).isEqualTo(40);
  }

  @Test
  void hasAnAgeForWhatWasWrittenThisMoment() {
    assertThat(ages(0.5, 0, 0, 0).of(part(0))).isZero();
    assertThat(ages(0.5).of(WEEK)).isZero();
  }

  private static Ages ages(double pace, int... daysAgo) {
    var latest =
        IntStream.of(daysAgo)
            .mapToObj(days -> new Held(Chat.in("dev").id(1), List.of(part(days))))
            .toList();
    return new Ages(pace, NOW, List.of(), latest);
  }

  private static Part part(int daysAgo) {
    return new Part(Chat.person("bob"), 1, NOW.minus(Duration.ofDays(daysAgo)), 0, 0);
  }
}
