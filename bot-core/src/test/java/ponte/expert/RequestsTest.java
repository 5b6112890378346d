package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.store.InMemoryRecords;

class RequestsTest {

  private static final PersonId ADA = Chat.person("ada");

  private final TestClock clock = TestClock.at(Chat.START);
  private final Requests requests = new Requests(new InMemoryRecords(clock));

  @Test
  void countsARequestOnceHoweverOftenItIsHandled() {
    requests.note(ADA, "kafka", Chat.START, "r1");
    requests.note(ADA, "kafka", Chat.START.plusSeconds(5), "r1");

    assertThat(lately(ADA)).containsExactly(Chat.START);
  }

  @Test
  void tellsThemApartByRequestAndTopic() {
    requests.note(ADA, "kafka", Chat.START, "r1");
    requests.note(ADA, "gdpr", Chat.START, "r1");
    requests.note(ADA, "kafka", Chat.START.plusSeconds(5), "r2");

    assertThat(lately(ADA)).hasSize(3).isSorted();
  }

  @Test
  void countsWhatWasAskedAtAnyAccount() {
    var elsewhere = new PersonId(new WorkspaceId("other"), "ada");
    requests.note(ADA, "kafka", Chat.START.plusSeconds(5), "r1");
    requests.note(elsewhere, "kafka", Chat.START, "r2");

    assertThat(lately(ADA, elsewhere)).containsExactly(Chat.START, Chat.START.plusSeconds(5));
  }

  @Test
  void countsWhatLiesInTheSpanAndForgetsItInTime() {
    requests.note(ADA, "kafka", Chat.START, "r1");

    assertThat(
            requests.of(
                List.of(ADA),
                new TimeSpan(Chat.START.plusMillis(1), Chat.START.plus(Duration.ofDays(1)))))
        .isEmpty();
    clock.set(Chat.START.plus(Requests.MEMORY));
    assertThat(lately(ADA)).isEmpty();
  }

  @Test
  void forgetsAPerson() {
    requests.note(ADA, "kafka", Chat.START, "r1");
    requests.note(Chat.person("bob"), "kafka", Chat.START, "r1");

    requests.forget(ADA);

    assertThat(lately(ADA)).isEmpty();
    assertThat(lately(Chat.person("bob"))).hasSize(1);
  }

  private List<Instant> lately(PersonId... accounts) {
    return requests.of(
        List.of(accounts),
        TimeSpan.before(Chat.START.plus(Duration.ofDays(1)), Duration.ofDays(30)));
  }
}
