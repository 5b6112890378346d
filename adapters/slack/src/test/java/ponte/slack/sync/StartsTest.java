package ponte.slack.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Token;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

class StartsTest {

  private static final WorkspaceId ACME = new WorkspaceId("T0ACME");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);

  private Starts replica() {
    return new Starts(new SlackErrands(queue, clock), records, clock);
  }

  private static Installation with(String... scopes) {
    return new Installation(
        ACME,
        "Acme",
        URI.create("https://acme.slack.com/"),
        null,
        null,
        new PersonId(ACME, "U0PONTE"),
        "B0PONTE",
        new Token("xoxb-test"),
        Set.of(scopes),
        null,
        Instant.EPOCH,
        null);
  }

  private long errands() {
    return queue.depth(SlackReading.TOPIC).waiting();
  }

  @Test
  void haveEverythingReadOnceHoweverManyReplicasStartTogether() {
    replica().started(with("users:read"));
    clock.advance(Duration.ofSeconds(1));
    replica().started(with("users:read"));

    assertThat(errands()).isEqualTo(1);
  }

  @Test
  void haveEverythingReadAgainAtALaterStartOrWithOtherScopes() {
    replica().started(with("chat:write"));
    clock.advance(Duration.ofSeconds(1));
    replica().started(with("chat:write", "users:read"));
    assertThat(errands()).isEqualTo(2);

    clock.advance(Duration.ofMinutes(5));
    replica().started(with("chat:write"));
    assertThat(errands()).isEqualTo(3);
  }
}
