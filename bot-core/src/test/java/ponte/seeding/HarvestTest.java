package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.expert.Workspace;
import ponte.nlp.Language;

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

  @Test
  void isHeldAgainstTheMedianOfOthersThatTheReaderCanOpen() {
    acme.closed("board", "kim");
    over("2", OPS, new Seed.Outcome(1, 1, 3, List.of()));
    over("3", OPS, new Seed.Outcome(2, 1, 2, List.of()));
    over("4", OPS, new Seed.Outcome(5, 4, 0, List.of()));
    over("5", OPS, new Seed.Outcome(6, 5, 2, List.of()));
    over("6", Chat.in("board"), new Seed.Outcome(90, 9, 0, List.of()));
    var seed = over("1", OPS, new Seed.Outcome(0, 0, 0, List.of()));

    assertThat(harvest.others(seed, acme.directory.audienceOf(Chat.person("ada"))))
        .contains(new Harvest.Others(4, 3.5, 2.5, 62.5));
    assertThat(harvest.others(seed, acme.directory.audienceOf(Chat.person("kim"))))
        .contains(new Harvest.Others(5, 5, 4, 75));
  }

  @Test
  void isHeldAgainstNothingWhereThereAreFewOthers() {
    over("2", OPS, new Seed.Outcome(1, 1, 3, List.of()));
    over("3", OPS, new Seed.Outcome(2, 1, 2, List.of()));
    var seed = over("1", OPS, new Seed.Outcome(0, 0, 0, List.of()));

    assertThat(harvest.others(seed, acme.directory.audienceOf(Chat.person("ada")))).isEmpty();
  }

  private Seed over(String id, Chat room, Seed.Outcome outcome) {
    var now = acme.clock.instant();
    var posted = new Seed.Posted("seed/" + id, now, null, true, 1, outcome);
    return seeds.add(seed(id, room, posted).in(Seed.Stage.OVER));
  }

  private Seed seed(Seed.Posted posted) {
    return seed("1", OPS, posted);
  }

  private Seed seed(String id, Chat room, Seed.Posted posted) {
    return new Seed(
        id,
        room.channel(),
        new Reason.Idea(),
        "what now",
        Draft.discussion("what now?", List.of()),
        Language.ENGLISH,
        Seed.Stage.POSTED,
        posted.at(),
        Chat.person("ada"),
        posted.at(),
        0,
        Seed.Consent.UNASKED,
        posted);
  }
}
