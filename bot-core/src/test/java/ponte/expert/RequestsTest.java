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
  private static final PersonId KIM = Chat.person("kim");
  private static final PersonId LOU = Chat.person("lou");

  private final TestClock clock = TestClock.at(Chat.START);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final Requests requests = new Requests(records);

  @Test
  void countsAnAskerOnceADayHoweverOftenTheyAsk() {
    requests.note(ADA, KIM, Chat.START);
    requests.note(ADA, KIM, Chat.START.plusSeconds(5));
    requests.note(ADA, LOU, Chat.START.plusSeconds(6));
    assertThat(lately(ADA)).containsExactly(Chat.START, Chat.START.plusSeconds(6));

    var next = Chat.START.plus(Duration.ofDays(1));
    requests.note(ADA, KIM, next);

    assertThat(requests.of(List.of(ADA), TimeSpan.before(next.plusSeconds(1), Duration.ofDays(30))))
        .hasSize(3)
        .isSorted();
  }

  @Test
  void keepsNotWhoAsked() {
    requests.note(ADA, KIM, Chat.START);

    assertThat(records.everything("requests").toString()).contains("ada").doesNotContain("kim");
  }

  @Test
  void countsWhatWasAskedAtAnyAccount() {
    var elsewhere = new PersonId(new WorkspaceId("other"), "ada");
    requests.note(ADA, KIM, Chat.START.plusSeconds(5));
    requests.note(elsewhere, LOU, Chat.START);
    requests.note(elsewhere, KIM, Chat.START.plusSeconds(9));

    assertThat(lately(ADA, elsewhere)).containsExactly(Chat.START, Chat.START.plusSeconds(5));
  }

  @Test
  void countsWhatLiesInTheSpanAndForgetsItInTime() {
    requests.note(ADA, KIM, Chat.START);

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
    requests.note(ADA, KIM, Chat.START);
    requests.note(Chat.person("bob"), KIM, Chat.START);

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
