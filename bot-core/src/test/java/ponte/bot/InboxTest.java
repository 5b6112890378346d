package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.store.InMemoryQueue;

class InboxTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = TestClock.at(NOW);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Inbox inbox = new Inbox(queue, clock);

  @Test
  void isBehindWhileWhatIsDueIsNotTakenUp() {
    hear("C1", "a");
    assertThat(inbox.isBehind()).isFalse();

    clock.advance(Duration.ofMillis(1_001));

    assertThat(inbox.isBehind()).isTrue();
    queue.lease(Inbox.HEARD, 1, MINUTE);
    assertThat(inbox.isBehind()).isFalse();
  }

  @Test
  void isNotBehindForAChannelThatCannotBeDoneHoweverLong() {
    hear("C1", "a");
    hear("C1", "b");
    for (var tries = 0; tries < 3; tries++) {
      queue.retry(
          queue.lease(Inbox.HEARD, 1, MINUTE).getFirst(), clock.instant().plus(MINUTE), "refused");
      clock.advance(MINUTE);

      assertThat(inbox.isBehind()).isFalse();
    }
  }

  private void hear(String channel, String key) {
    var id = new MessageId(new ChannelId(new WorkspaceId("T1"), channel), "1.0");
    inbox.hear(
        channel, key, List.of(new Event.Talk.Deleted(new EventId(key), id, clock.instant())));
  }
}
