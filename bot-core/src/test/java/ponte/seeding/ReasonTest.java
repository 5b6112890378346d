package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.MessageId;

class ReasonTest {

  private static final MessageId ONE = Chat.in("ops").id(1);
  private static final MessageId OTHER = Chat.in("web").id(2);

  @Test
  void holdsOnlyWithAllThatItSays() {
    var answered = new Reason.Answered(ONE, OTHER);
    var apart = new Reason.Apart("Kafka", ONE, OTHER);
    var waiting = new Reason.Waiting(ONE, Instant.EPOCH);

    assertThat(answered.holds(1, 1)).isFalse();
    assertThat(answered.holds(2, 2)).isTrue();
    assertThat(apart.holds(1, 1)).isFalse();
    assertThat(apart.holds(2, 2)).isTrue();
    assertThat(waiting.holds(0, 0)).isFalse();
    assertThat(waiting.holds(1, 1)).isTrue();
    var practice = new Reason.Practice(ONE, Instant.EPOCH, 3);
    assertThat(practice.holds(0, 0)).isFalse();
    assertThat(practice.holds(1, 1)).isTrue();
    assertThat(new Reason.Idea().holds(0, 0)).isTrue();
  }

  @Test
  void isOfSeveralOnlyWhileTwoPeopleAreLeft() {
    var circling = new Reason.Circling(List.of(ONE, OTHER), 3);
    var rising = new Reason.Rising("Kafka", List.of(ONE, OTHER), 3);

    assertThat(circling.holds(2, 1)).isFalse();
    assertThat(circling.holds(2, 2)).isTrue();
    assertThat(rising.holds(2, 1)).isFalse();
    assertThat(rising.holds(2, 2)).isTrue();
  }
}
