package ponte.teams.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.ReadingProgress;
import ponte.teams.graph.FakeGraph;
import ponte.teams.graph.Graph;

class GraphHistoryTest extends ReadingTeams {

  private static final String[] ALL = {
    "1772182800000", "1772355600000", "1772359200000", "1772362800000"
  };

  @Test
  void readsAHistoryFromTheNewestBackWithItsThreads() {
    mayReadTheTeam();
    mayReadMessages();

    looks();
    work();

    assertThat(messages(GENERAL)).containsExactly(ALL);
    assertThat(fake.calls(MESSAGES)).hasSize(2);
    assertThat(fake.calls(MESSAGES).getFirst().queryParameter("$expand").firstValue())
        .isEqualTo("replies");
    assertThat(fake.calls(REPLIES)).hasSize(1);
    assertThat(progress.of(FakeGraph.ACME)).isEmpty();
  }

  @Test
  void showsHowFarItIs() {
    mayReadTheTeam();
    mayReadMessages();
    fake.limits(REPLIES, 429, 3600);

    looks();
    work();

    assertThat(progress.of(FakeGraph.ACME))
        .contains(new ReadingProgress.Reading(GENERAL, Instant.parse("2026-03-01T10:00:00Z"), 2));
  }

  @Test
  void stopsWhereAllThatFollowsIsTooOld() {
    mayReadTheTeam();
    fake.says(
        MESSAGES,
        aResponse().withBody(fake.payload("messages").replace("2026-03-01T", "2024-03-01T")));
    fake.answers(REPLIES, "replies");

    looks();
    work();

    assertThat(fake.calls(MESSAGES)).hasSize(1);
    assertThat(progress.of(FakeGraph.ACME)).isEmpty();
  }

  @Test
  void waitsAsLongAsGraphWants() {
    mayReadTheTeam();
    fake.limits(MESSAGES, 429, 600);
    looks();
    work();
    mayReadMessages();

    clock.advance(Duration.ofSeconds(500));
    work();
    assertThat(messages(GENERAL)).isEmpty();
    clock.advance(Duration.ofSeconds(100));
    work();

    assertThat(messages(GENERAL)).containsExactly(ALL);
  }

  @Test
  void goesOnWhereItWasAfterARestart() {
    mayReadTheTeam();
    mayReadMessages();
    looks();
    while (fake.calls(MESSAGES).isEmpty() && workOnce()) {
      hear();
    }

    reading = reading(fake.graph(clock), Set.of());
    work();

    assertThat(messages(GENERAL)).containsExactly(ALL);
    assertThat(fake.calls(MESSAGES)).hasSize(2);
  }

  @Test
  void readsTheRestWhereItWasTakenOutInBetweenAndCameBack() {
    mayReadTheTeam();
    mayReadMessages();
    looks();
    while (fake.calls(MESSAGES).isEmpty() && workOnce()) {
      hear();
    }

    references.forget(references.team(GENERAL).orElseThrow());
    work();
    assertThat(fake.calls(MESSAGES)).hasSize(1);
    assertThat(messages(GENERAL)).hasSizeLessThan(ALL.length);
    clock.advance(Duration.ofMinutes(30));
    isInATeam();
    looks();
    work();

    assertThat(messages(GENERAL)).containsExactly(ALL);
  }

  @Test
  void doesAStepAgainThatWasDoneAndNotNoted() {
    mayReadTheTeam();
    mayReadMessages();
    fake.answers(DELTA, "delta-last");
    looks();
    var random = new Random(42);
    for (int i = 0; i < 60; i++) {
      var leases = queue.lease(TeamsReading.TOPIC, 1, LEASE);
      if (!leases.isEmpty()) {
        var outcome = reading.handle(leases);
        if (random.nextInt(3) > 0) {
          settle(leases, outcome);
        }
        // Else the process dies before it says so: the lease runs out.
      }
      clock.advance(LEASE);
      hear();
    }

    assertThat(messages(GENERAL))
        .containsExactly("1772355600000", "1772359200000", "1772362800000");
    assertThat(progress.of(FakeGraph.ACME)).isEmpty();
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void bringsNothingBackThatWasDeletedMeanwhile() {
    mayReadTheTeam();
    mayReadMessages();
    var deleted = new MessageId(GENERAL, "1772182800000");
    archive.apply(
        List.of(new Event.Talk.Deleted(new EventId("teams:e1"), deleted, clock.instant())));

    looks();
    work();

    assertThat(messages(GENERAL)).hasSize(3).doesNotContain(deleted.value());
  }

  @Test
  void readsNothingWhereItMayNotAndTriesAgainAtTheNextLook() {
    mayReadTheTeam();
    fake.refuses(MESSAGES, 403, "forbidden");
    looks();
    work();

    assertThat(messages(GENERAL)).isEmpty();
    assertThat(progress.of(FakeGraph.ACME)).isEmpty();
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();

    mayReadMessages();
    clock.advance(Duration.ofMinutes(30));
    looks();
    work();
    assertThat(messages(GENERAL)).containsExactly(ALL);
  }

  @Test
  void endsWhereTheChannelIsThereNoMore() {
    mayReadTheTeam();
    fake.refuses(MESSAGES, 404, "forbidden");

    looks();
    work();

    assertThat(progress.of(FakeGraph.ACME)).isEmpty();
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void readsAChannelThatIsThereAgain() {
    mayReadTheTeam();
    fake.refuses(MESSAGES, 404, "forbidden");
    looks();
    work();

    mayReadMessages();
    clock.advance(Duration.ofMinutes(30));
    looks();
    work();

    assertThat(messages(GENERAL)).containsExactly(ALL);
  }

  @Test
  void readsOnWhereAThreadIsThereNoMore() {
    mayReadTheTeam();
    mayReadMessages();
    fake.refuses(REPLIES, 404, "forbidden");

    looks();
    work();

    assertThat(messages(GENERAL))
        .as("all but the reply that did not come with its thread")
        .containsExactly("1772182800000", "1772355600000", "1772359200000");
  }

  @Test
  void isDoneAgainWhereGraphBrokeDown() {
    mayReadTheTeam();
    fake.says(MESSAGES, aResponse().withStatus(503));
    looks();

    assertThatThrownBy(this::work)
        .isInstanceOf(PlatformUnavailableException.class)
        .satisfies(failure -> assertThat(reading.passes((RuntimeException) failure)).isTrue());
  }

  @Test
  void readsNothingOfChannelsThatAreExcluded() {
    mayReadTheTeam();
    mayReadMessages();
    reading = reading(fake.graph(clock), Set.of("#field-service"));

    looks();
    work();

    assertThat(fake.calls(MESSAGES)).isEmpty();
    assertThat(fake.calls(DELTA)).isEmpty();
  }

  @Test
  void asksForNoHistoryOfAChannelInWhichPonteDoesNotHear() {
    directory = new Directory(records, ChannelRules.of(Set.of(), Set.of("field-*")));
    reading = reading(fake.graph(clock), Set.of());
    mayReadTheTeam();
    mayReadMessages();

    looks();
    work();

    assertThat(fake.calls(MESSAGES)).isEmpty();
    assertThat(fake.calls(DELTA)).isEmpty();
    assertThat(messages(GENERAL)).isEmpty();
  }

  @Test
  void doesWithoutGraphWhereThereIsNone() {
    reading = reading(Graph.NONE, Set.of());

    looks();
    work();

    assertThat(directory.members(GENERAL)).containsExactly(ANNA);
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();
  }
}
