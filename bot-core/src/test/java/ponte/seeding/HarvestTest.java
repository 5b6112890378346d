package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.expert.Workspace;

class HarvestTest {

  private static final Chat OPS = Chat.in("ops");

  private final Workspace acme = new Workspace().people("ada", "bob", "kim").open("ops");
  private final Seeds seeds = new Seeds(acme.records, acme.clock);
  private final Harvest harvest =
      new Harvest(acme.archive, acme.directory, acme.preferences, seeds, acme.clock);

  @Test
  void whatStoodThereBeforeItIsNoAnswerToIt() {
    acme.thread("ops", 0, "kim: is it down?", "bob: it is", "ada: what now?", "kim: I restart it");
    var place =
        acme.archive.conversation(OPS.id(0), OPS.audience()).stream()
            .map(filed -> filed.message())
            .filter(message -> message.text().searchable().equals("what now?"))
            .findFirst()
            .orElseThrow();
    var posted = new Seed.Posted("seed/1", place.at(), null, false, 0, null);

    var outcome = harvest.of(seed(posted), posted, place.id(), Ballot.EMPTY);

    assertThat(outcome.answers()).isEqualTo(1);
    assertThat(outcome.people()).isEqualTo(1);
    assertThat(harvest.of(seed(posted), posted, null, Ballot.EMPTY).answers()).isZero();
  }

  private Seed seed(Seed.Posted posted) {
    return new Seed(
        "1",
        OPS.channel(),
        new Reason.Idea(),
        "what now",
        Draft.discussion("what now?", List.of()),
        Seed.Stage.POSTED,
        posted.at(),
        Chat.person("ada"),
        posted.at(),
        0,
        Seed.Consent.UNASKED,
        posted);
  }
}
