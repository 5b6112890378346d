package ponte.slack.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;

class SlackPeopleTest {

  private static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");

  private final FakeSlack slack = new FakeSlack();
  private final SlackPeople people =
      new SlackPeople(slack.api(TestClock.at("2025-12-01T09:00:00Z")));

  @AfterEach
  void stop() {
    slack.close();
  }

  @Test
  void asksSlackWhoSomebodyIsWithTheirLanguage() {
    slack.answers(Method.USERS_INFO);

    assertThat(people.find(ANNA)).map(Person::language).contains(Language.ITALIAN);
    assertThat(slack.calls(Method.USERS_INFO))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("user", "U0ANNA")
                    .containsEntry("include_locale", "true"));
  }

  @Test
  void knowsNobodyWhomSlackDoesNotKnow() {
    slack.refuses(Method.USERS_INFO, "user_not_found");

    assertThat(people.find(ANNA)).isEmpty();
    assertThat(people.find(new PersonId(new WorkspaceId("T0OTHER"), "U1"))).isEmpty();
  }

  @Test
  void cannotSayWhileSlackWantsToBeAskedLater() {
    slack.limits(Method.USERS_INFO, 30);

    assertThatThrownBy(() -> people.find(ANNA)).isInstanceOf(PlatformUnavailableException.class);
  }
}
