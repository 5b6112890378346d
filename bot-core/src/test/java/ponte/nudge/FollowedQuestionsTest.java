package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.expert.Workspace;

class FollowedQuestionsTest {

  private final Workspace acme = new Workspace().people("ada", "bob", "kim").open("ops");
  private final FollowedQuestions followed = new FollowedQuestions(acme.records, acme.clock);

  private final Followed question =
      Followed.begun(
          Chat.person("ada"),
          Chat.in("ops").id(1),
          Chat.in("ops").id(1),
          acme.clock.instant(),
          true);

  @Test
  void decidesOnAGroupOnceEvenForWhoComesWhenItIsAskedAlready() {
    followed.begin(question);
    var bob = List.of(Chat.person("bob"));
    var kim = List.of(Chat.person("kim"));

    assertThat(followed.group(question, 1, () -> bob)).isEqualTo(bob);
    assertThat(followed.group(question, 1, () -> kim)).isEqualTo(bob);
    assertThat(followed.asked(question, 1, 1).invited()).isEqualTo(1);

    assertThat(followed.group(question, 1, () -> kim)).isEmpty();
    assertThat(followed.asked(question, 1, 0).invited()).isEqualTo(1);
    assertThat(acme.records.everything("question-groups").toString()).doesNotContain("bob");
  }
}
