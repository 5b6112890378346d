package ponte.teams.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.store.Codec;
import ponte.teams.graph.FakeGraph;
import ponte.teams.graph.Graph;

class HearingTest extends ReadingTeams {

  @Test
  void saysThatItHearsEverythingWhereTheMessagesMayBeRead() {
    mayReadMessages();

    added(Language.ENGLISH);
    aMinuteLater();

    assertThat(said())
        .singleElement()
        .satisfies(
            outgoing -> {
              assertThat(outgoing.to()).isEqualTo(new Destination.Together(Set.of(ANNA)));
              assertThat(outgoing.reply().blocks())
                  .asString()
                  .contains("Field-Service", "also where nobody mentions me", "within the hour");
            });
    assertThat(fake.calls(MESSAGES))
        .singleElement()
        .matches(call -> call.getUrl().endsWith("?$top=1"));
  }

  @Test
  void saysHowToChangeThatItHearsOnlyWhatMentionsIt() {
    fake.refuses(MESSAGES, 403, "forbidden");

    added(Language.ITALIAN);
    aMinuteLater();
    assertThat(said()).as("the consent may not be known everywhere yet").isEmpty();
    clock.advance(Duration.ofMinutes(10));
    work();

    assertThat(said())
        .singleElement()
        .satisfies(
            outgoing ->
                assertThat(outgoing.reply().blocks())
                    .asString()
                    .contains("sento solo i messaggi che mi menzionano", "mi aggiunge di nuovo"));
  }

  @Test
  void saysItOnceHoweverManyWaysTeamsTellsOfIt() {
    mayReadMessages();

    added(null);
    clock.advance(Duration.ofSeconds(1));
    added(null);
    aMinuteLater();

    assertThat(said()).hasSize(1);
  }

  @Test
  void saysItAgainToWhoAddsItAgain() {
    mayReadMessages();
    added(null);
    aMinuteLater();
    clock.advance(Duration.ofHours(1));

    added(null);
    aMinuteLater();

    assertThat(said()).hasSize(2);
  }

  @Test
  void claimsNothingWhereGraphCannotBeAsked() {
    reading = reading(Graph.NONE, Set.of());

    added(null);
    aMinuteLater();
    clock.advance(Duration.ofMinutes(10));
    work();

    assertThat(said()).isEmpty();
  }

  @Test
  void waitsForGraph() {
    fake.says(MESSAGES, aResponse().withStatus(429).withHeader("Retry-After", "17"));
    added(null);
    aMinuteLater();

    mayReadMessages();
    clock.advance(Duration.ofSeconds(20));
    work();

    assertThat(said()).hasSize(1);
  }

  private void added(@Nullable Language language) {
    new TeamsErrands(queue, references, clock)
        .added(FakeGraph.ACME, GENERAL.value(), ANNA, language);
  }

  private void aMinuteLater() {
    clock.advance(Duration.ofMinutes(1));
    work();
  }

  private List<Outgoing> said() {
    return queue.lease("outbox", 10, Duration.ofMillis(1)).stream()
        .map(lease -> Codec.read(lease.entry().payload(), Outgoing.class))
        .toList();
  }
}
