package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/** What is kept of a question reads as the question does, and goes with it. */
class WordingsTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();
  private static final String SECRET = "the layoffs of june";
  private static final String QUESTION = "How do we reset the kafka offsets before " + SECRET + "?";
  private static final String EVENING = "2026-03-23T19:00:00Z";
  private static final String MORNING = "2026-03-24T08:00:00Z";

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @BeforeEach
  void bobKnowsAboutKafka() {
    team.acme.thread("random", 900, "eve: kafka offsets?", "bob: kafka offsets are in the shell");
    team.acme.thread("random", 1800, "eve: no offsets?", "bob: kafka offsets come back");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesWithAQuestionThatIsTakenBack(boolean told) {
    var question = invites(told ? "2026-03-23T09:30:00Z" : EVENING);
    assertThat(team.written("bob")).hasSize(told ? 1 : 0);
    assertThat(kept()).contains(SECRET);

    team.takesBack(question);

    assertThat(kept()).doesNotContain(SECRET);
    team.at(MORNING);
    assertThat(team.written("bob")).hasSize(told ? 1 : 0);
  }

  @Test
  void leavesAnAnswerToWhatWasTakenBackWithoutEffect() {
    var question = invites("2026-03-23T09:30:00Z");
    var accept = team.rsvp("bob", Rsvp.ACCEPT);
    var notMine = team.rsvp("bob", Rsvp.NOT_MY_TOPIC);
    team.takesBack(question);

    assertThat(Team.words(team.presses("bob", accept))).contains("the question is gone");
    assertThat(Team.words(team.presses("bob", notMine))).contains("the question is gone");
    assertThat(team.underThe(question)).isEmpty();
  }

  @Test
  void goesWithAQuestionThatPonteAsked() {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", new Command.Post(RANDOM, QUESTION, List.of(Team.person("bob"))));
    var key = team.posted(RANDOM).getLast().key();
    assertThat(kept()).contains(SECRET);

    team.takesBack(team.platform.posted(RANDOM, key).orElseThrow());

    assertThat(kept()).doesNotContain(SECRET);
    team.at(MORNING);
    team.at("2026-03-27T09:00:00Z");
    assertThat(team.written("bob")).isEmpty();
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void isToldAsAnEditedQuestionReadsNow() {
    var question = invites(EVENING);

    team.edits(question, "How do we reset the kafka offsets of a consumer?");

    assertThat(kept()).doesNotContain(SECRET);
    team.at(MORNING);
    assertThat(Team.words(team.theOnly("bob").reply()))
        .contains("offsets of a consumer")
        .doesNotContain(SECRET);
  }

  @Test
  void goesWithAQuestionThatIsEditedAgain() {
    var question = invites(EVENING);
    team.edits(question, "How do we reset the kafka offsets before the merger?");
    team.edits(question, "How do we reset the kafka offsets?");

    assertThat(kept()).doesNotContain(SECRET, "merger");
  }

  @Test
  void goesWithItsAuthorWhoIsForgotten() {
    invites(EVENING);

    team.presses("ada", new Command.ConfirmForget());

    assertThat(kept()).doesNotContain(SECRET);
  }

  @Test
  void goesWithWhatIsNotToBeKeptAnyLonger() {
    invites(EVENING);
    team.acme.archive.forget(RANDOM, Instant.parse("2026-03-23T20:00:00Z"), 100);

    team.ponte.wordings().settle(RANDOM);

    assertThat(kept()).doesNotContain(SECRET);
  }

  private MessageId invites(String now) {
    team.acme.clock.set(Instant.parse(now));
    var question = team.posts("ada", RANDOM, QUESTION);
    team.presses("ada", new Command.Invite(question, Team.person("bob")));
    return question;
  }

  /** All that is kept, but for the words of requests that were handled. */
  private String kept() {
    return Stream.concat(
            team.acme.records.everything("matters", "invitations", "questions", "deeds").stream()
                .map(Object::toString),
            team.queue.everything().stream().map(Object::toString))
        .collect(Collectors.joining("\n"));
  }
}
