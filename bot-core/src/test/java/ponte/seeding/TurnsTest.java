package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.PersonId;
import ponte.expert.Workspace;

class TurnsTest {

  private static final PersonId ADA = Chat.person("ada");
  private static final PersonId BOB = Chat.person("bob");
  private static final PersonId KIM = Chat.person("kim");

  private final Workspace acme = new Workspace().people("ada", "bob", "kim");

  private List<PersonId> next(Draft... before) {
    return new Turns(List.of(before), acme.directory.accounts()).next(List.of(ADA, BOB, KIM), 2);
  }

  @Test
  void theLikeliestComeFirstWhereNobodyWasProposedBefore() {
    assertThat(next()).containsExactly(ADA, BOB);
  }

  @Test
  void whoWasProposedLeastComesFirst() {
    assertThat(next(Draft.discussion("how?", List.of(ADA, BOB)))).containsExactly(KIM, ADA);
  }
}
