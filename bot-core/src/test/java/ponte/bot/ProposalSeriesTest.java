package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/** A question that waits, proposed and posted week after week. */
class ProposalSeriesTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final String QUESTION =
      "how do we rotate the certificates of the payment gateway before they expire?";
  private static final String IN_SHORT = "certificates of the payment gateway before they expire";
  private static final String AFTER_THE_FIRST = "2026-03-25T08:00:00Z";
  private static final String AFTER_THE_SECOND = "2026-04-01T08:00:00Z";
  private static final String AFTER_THE_THIRD = "2026-04-08T08:00:00Z";

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));
  private MessageId question;

  @BeforeEach
  void aWaitingQuestionIsPostedEachTuesday() {
    team.acme.open("ops");
    question =
        team.posted("kim", OPS, QUESTION, team.acme.clock.instant().minus(Duration.ofDays(6)));
    var seed = SeedingTest.seedOf(team.says("ada", "what should we talk about in #ops?"));
    team.fillsIn(
        "ada",
        "seed/" + seed.room() + "/" + seed.id(),
        Map.of(
            "prompt", List.of(proposed()),
            "shape", List.of("DISCUSSION"),
            "options", List.of(""),
            "secret", List.of("no"),
            "day", List.of("2026-03-24"),
            "time", List.of("11:00"),
            "weeks", List.of("1")));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));
    team.at(AFTER_THE_FIRST);
    assertThat(team.posted(OPS)).hasSize(1);
  }

  private String proposed() {
    return team.ponte.seeding().seeds().in(OPS.workspace()).getFirst().draft().prompt();
  }

  /** What who planned it is told, once, where nothing more is posted. */
  private AbstractStringAssert<?> assertEndIsTold() {
    team.at(AFTER_THE_SECOND);
    team.at(AFTER_THE_THIRD);
    assertThat(team.posted(OPS)).hasSize(1);
    return assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .filteredOn(each -> each.contains("was not posted"))
        .singleElement()
        .asString();
  }

  @Test
  void showsItsQuestionEachTimeWhileItStandsOpen() {
    team.at(AFTER_THE_SECOND);
    team.at(AFTER_THE_THIRD);

    assertThat(team.posted(OPS))
        .hasSize(3)
        .allSatisfy(
            posted ->
                assertThat(words(posted.reply())).contains(QUESTION, "@kim", "Begun by @ada"));
  }

  @Test
  void endsOnceItsQuestionIsSettledAndSaysOfWhich() {
    team.replies("kim", question, "the vendor rotates them for us two weeks before that day");

    assertEndIsTold().contains(IN_SHORT, "series has ended");
  }

  @Test
  void endsOnceItsQuestionIsTakenBack() {
    team.takesBack(question);

    assertEndIsTold().contains("series has ended").doesNotContain("certificates");
  }
}
