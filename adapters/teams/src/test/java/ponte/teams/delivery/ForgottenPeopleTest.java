package ponte.teams.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.reply.Block;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.teams.connector.FakeTeams;
import ponte.teams.live.TeamsKeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes.Container;

class ForgottenPeopleTest extends InTeams {

  private static final Block.File FILE = new Block.File("mine.json", "All about you", "{}");

  private final TeamsKeeper keeper = new TeamsKeeper(records, clock);

  @Test
  void areNotReachedAnyMore() {
    keeper.forget(ANNA);
    keeper.forget(ANNA);

    assertThat(references.personal(ANNA)).isEmpty();
    assertThat(references.teamsId(ANNA)).isEmpty();
    assertThat(references.person(FakeTeams.ACME, "29:anna")).isEmpty();
  }

  @Test
  void leaveNothingBehindAfterAnHour() {
    came("a:anna", Container.PERSONAL, "17", "16");
    files.offer(ANNA, FILE, "delivery");
    new HomeCards(records).opened(ANNA);
    assertThat(keptOfAnna())
        .extracting(document -> document.key().partition().kind())
        .containsExactlyInAnyOrder(
            "teams-people", "teams-names", "teams-home", "teams-files", "teams-reply-routes");

    keeper.forget(ANNA);

    assertThat(keptOfAnna())
        .extracting(document -> document.key().partition().kind())
        .containsExactlyInAnyOrder("teams-home", "teams-reply-routes");
    clock.advance(Duration.ofHours(1));
    assertThat(keptOfAnna()).isEmpty();
  }

  @Test
  void areAnsweredWhereTheyAskedToBeForgotten() {
    came("a:anna", Container.NONE, "17", "");
    keeper.forget(ANNA);

    deliver(answer(null, null), "You are forgotten.");

    assertThat(posted()).containsExactly("a:anna: You are forgotten.");
    assertThat(references.personal(ANNA)).isEmpty();
  }

  @Test
  void areNotKeptWhenTheyAreHeardOfAgain() {
    var forgetting = new References(records, ANNA::equals);
    keeper.forget(ANNA);

    forgetting.heardOf(ANNA, "29:anna");
    forgetting.heardPersonal(ANNA, "29:anna", chat("a:anna"));
    forgetting.opened(ANNA, chat("a:anna"));
    forgetting.heardOf(BRUNO, "29:bruno");

    assertThat(keptOfAnna()).isEmpty();
    assertThat(forgetting.person(FakeTeams.ACME, "29:bruno")).contains(BRUNO);
  }

  private List<Document> keptOfAnna() {
    return Stream.of(
            "teams-people",
            "teams-names",
            "teams-home",
            "teams-files",
            "teams-reply-routes",
            "teams-welcomed")
        .map(kind -> new Partition(kind, FakeTeams.ACME.value()))
        .flatMap(partition -> records.list(partition, "", 100).stream())
        .filter(document -> document.toString().contains(ANNA.value()))
        .toList();
  }
}
