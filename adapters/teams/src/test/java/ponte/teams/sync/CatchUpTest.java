package ponte.teams.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.teams.graph.FakeGraph;
import tools.jackson.databind.node.ObjectNode;

class CatchUpTest extends ReadingTeams {

  @BeforeEach
  void hasReadTheHistory() {
    mayReadTheTeam();
    mayReadMessages();
    looks();
    work();
  }

  @Test
  void readsWhatWasSaidAndTakenBackWhileItWasNotThere() {
    rounds();

    assertThat(messages(GENERAL)).contains("1772442000000").doesNotContain("1772182800000");
    assertThat(fake.calls(DELTA).getFirst().queryParameter("$filter").firstValue())
        .as("five minutes before the reading began, a second after the look")
        .isEqualTo("lastModifiedDateTime gt 2026-03-02T08:55:01Z");
  }

  @Test
  void asksGraphForWhatChangedSinceTheRoundBefore() {
    rounds();
    fake.answersWhere(DELTA, "$deltatoken", "first", "delta-last");
    clock.advance(Duration.ofHours(1));
    work();

    assertThat(fake.calls(DELTA)).hasSize(3);
    assertThat(fake.calls(DELTA).getLast().queryParameter("$deltatoken").firstValue())
        .isEqualTo("first");
  }

  @Test
  void isOneRoundInAStretchHoweverOftenTheTeamIsLookedAt() {
    looks();
    work();
    looks();
    work();

    rounds();

    assertThat(fake.calls(DELTA)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 400})
  void beginsAnewFromThatRoundWhereGraphHasForgottenIt(int status) {
    rounds();
    fake.refuses(DELTA, status, "gone");
    clock.advance(Duration.ofHours(1));
    work();

    fake.answers(DELTA, "delta-last");
    clock.advance(Duration.ofHours(1));
    work();

    assertThat(fake.calls(DELTA).getLast().queryParameter("$filter").firstValue())
        .isEqualTo("lastModifiedDateTime gt 2026-03-02T09:55:00Z");
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void readsTheOtherThreadsWhereTheRepliesOfOneMayNotBeRead() {
    var root = FakeGraph.json(fake.payload("delta")).path("value").get(0);
    var page = (ObjectNode) FakeGraph.json(fake.payload("delta-last"));
    var threads = page.putArray("value");
    for (var id : List.of("1772442000001", "1772442000002")) {
      var link =
          fake.base() + MESSAGES.substring("/v1.0/".length()) + "/" + id + "/replies?$skip=1";
      threads.add(((ObjectNode) root.deepCopy()).put("id", id).put("replies@odata.nextLink", link));
    }
    fake.says(DELTA, okJson(page.toString()));
    fake.refuses(MESSAGES + "/1772442000001/replies", 410, "gone");
    fake.says(
        MESSAGES + "/1772442000002/replies",
        okJson(fake.payload("replies").replace("1772362800000", "1772442000003")));

    clock.advance(Duration.ofHours(1));
    work();
    assertThat(messages(GENERAL)).contains("1772442000003");

    fake.answersWhere(DELTA, "$deltatoken", "first", "delta-last");
    clock.advance(Duration.ofHours(1));
    work();
    assertThat(fake.calls(DELTA).getLast().queryParameter("$deltatoken").firstValue())
        .as("what changed since")
        .isEqualTo("first");
  }

  @Test
  void goesOnWhereItMayNotReadForAWhile() {
    fake.refuses(DELTA, 403, "forbidden");
    clock.advance(Duration.ofHours(1));
    work();
    assertThat(messages(GENERAL)).doesNotContain("1772442000000");

    rounds();

    assertThat(messages(GENERAL)).contains("1772442000000");
  }

  /** The next round, which has two pages. */
  @Test
  void isNotHeldUpByWhatCannotBeTakenInOfAnotherChannel() {
    for (int i = 0; i < 20; i++) {
      var id = new MessageId(GENERAL, "1." + i);
      inbox.hear(
          "another",
          "key" + i,
          List.of(new Event.Talk.Deleted(new EventId("e" + i), id, clock.instant())));
    }
    queue.retry(
        queue.lease("inbox", 1, LEASE).getFirst(),
        clock.instant().plus(Duration.ofDays(9)),
        "refused");

    rounds();

    assertThat(fake.calls(DELTA)).hasSize(2);
  }

  @Test
  void waitsWhileMoreIsSaidThanIsTakenIn() {
    inbox.hear(
        "lane",
        "key",
        List.of(
            new Event.Talk.Deleted(
                new EventId("e"), new MessageId(GENERAL, "1.0"), clock.instant())));
    clock.advance(Duration.ofHours(1));

    while (workOnce()) {}
    assertThat(fake.calls(DELTA)).isEmpty();
    hear();
    clock.advance(Duration.ofSeconds(5));
    work();

    assertThat(fake.calls(DELTA)).isNotEmpty();
  }

  private void rounds() {
    fake.answers(DELTA, "delta");
    fake.answersWhere(DELTA, "$skiptoken", "more", "delta-last");
    clock.advance(Duration.ofHours(1));
    work();
  }
}
