package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.PersonId;
import ponte.store.Codec;

class BallotTest {

  private static final PersonId BOB = Chat.person("bob");
  private static final PersonId ROBERT = Chat.person("robert");

  @Test
  void whoeverHasTwoAccountsChoosesOnce() {
    var ballot = Ballot.EMPTY.choosing(accounts(ROBERT), 0).choosing(accounts(BOB, ROBERT), 1);

    assertThat(ballot.counts(2)).containsExactly(0, 1);
    assertThat(ballot.without(Set.of(BOB, ROBERT)).choices()).isEmpty();
  }

  @Test
  void onceItIsClosedNobodyChoosesAndEverybodyCanBeTakenOut() {
    var closed = Ballot.EMPTY.choosing(accounts(BOB), 0).closing();

    assertThat(closed.choosing(accounts(ROBERT), 0)).isEqualTo(closed);
    assertThat(closed.without(List.of(BOB)).choices()).isEmpty();
    assertThat(closed.forgotten().choosing(accounts(BOB), 0).choices()).isEmpty();
  }

  /** As ballots were kept before they could be closed. */
  @Test
  void whatWasChosenBeforeBallotsClosedIsReadAsOpen() {
    var kept = Codec.read("{\"choices\":{\"T1/bob\":1},\"revision\":3}", Ballot.class);

    assertThat(kept.counts(2)).containsExactly(0, 1);
    assertThat(kept.closed()).isFalse();
  }

  /** As questions that come back were kept while their topic was. */
  @Test
  void aReasonThatWasKeptWithItsWordsIsReadWithoutThem() {
    var kept =
        Codec.read(
            "{\"is\":\"Circling\",\"topic\":\"staging\",\"questions\":[\"T1/ops/1.1\"],\"people\":3}",
            Reason.class);

    assertThat(kept.topic()).isEmpty();
    assertThat(kept.sources()).hasSize(1);
  }

  private static TreeSet<PersonId> accounts(PersonId... people) {
    return new TreeSet<>(List.of(people));
  }
}
