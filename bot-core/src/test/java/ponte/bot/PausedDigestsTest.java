package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.command.Command;
import ponte.command.Command.ConfirmDigest;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.directory.Role;
import ponte.schedule.ScheduleBoard;

/** Schedules that are paused and go on, and who decides about them. */
class PausedDigestsTest {

  private static final ChannelId NEWS = new ChannelId(Team.DEV.workspace(), "news");

  private final Team team = new Team("2026-03-23T09:00:00Z");
  private final ScheduleBoard board = team.ponte.scheduleBoard();

  @Test
  void postsNothingWhileItIsPausedAndGoesOnWithItsNextTime() {
    adaSchedules("digest #dev every day at 9:00");

    board.pause(Team.DEV, Team.person("ada"), Role.EMPLOYEE, null);
    team.at("2026-03-24T07:30:00Z");
    team.talks("dev");
    team.passes(Duration.ofHours(2));
    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(Team.words(team.says("ada", "digests"))).contains("Paused.");

    board.resume(Team.DEV, Team.person("ada"), Role.EMPLOYEE);
    team.at("2026-03-25T07:30:00Z");
    team.talks("dev");
    team.passes(Duration.ofHours(2));
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  /** News is open to all, and Ada and Bob are in it. */
  @ParameterizedTest
  @CsvSource({
    "ada, EMPLOYEE,      true,  true",
    "bob, EMPLOYEE,      false, true",
    "bob, LEAD,          true,  true",
    "eve, EMPLOYEE,      false, false",
    "eve, LEAD,          false, false",
    "eve, MANAGER,       true,  true",
    "eve, ADMINISTRATOR, true,  true"
  })
  void letsThoseDecideWhoMay(String name, Role role, boolean pauses, boolean ends) {
    adaSchedulesNews();
    var person = Team.person(name);

    assertThat(board.of(person, role)).hasSize(pauses || ends ? 1 : 0);
    assertThat(board.pause(NEWS, person, role, null) instanceof ScheduleBoard.Decided.Done)
        .isEqualTo(pauses);
    assertThat(board.stop(NEWS, person, role)).isEqualTo(ends);
    assertThat(team.ponte.schedules().of(NEWS).isEmpty()).isEqualTo(ends);
  }

  @Test
  void showsNobodyTheScheduleOfAChannelThatTheyMayNotOpen() {
    adaSchedules("digest #board every day at 9:00");
    assertThat(board.of(Team.person("ada"), Role.EMPLOYEE)).hasSize(1);

    for (var role : List.of(Role.MANAGER, Role.ADMINISTRATOR)) {
      assertThat(board.of(Team.person("eve"), role)).isEmpty();
      assertThat(board.pause(Team.BOARD, Team.person("eve"), role, null))
          .isInstanceOf(ScheduleBoard.Decided.NotTheirs.class);
      assertThat(board.stop(Team.BOARD, Team.person("eve"), role)).isFalse();
    }
  }

  @Test
  void notesInTheAuditWhatARoleDidToWhatAnotherWanted() {
    adaSchedulesNews();
    var before = team.ponte.audit().page("", 100).lines().size();

    board.pause(NEWS, Team.person("ada"), Role.MANAGER, null);
    assertThat(team.ponte.audit().page("", 100).lines()).hasSize(before);
    board.resume(NEWS, Team.person("eve"), Role.MANAGER);

    assertThat(team.ponte.audit().page("", 100).lines()).hasSize(before + 1);
  }

  @Test
  void endsWhatComesToOneselfAloneAndNobodyElses() {
    var preview = team.says("ada", "my digest every day at 8:30");
    team.presses("ada", Team.button(preview, ConfirmDigest.class));
    var mine = board.privatelyOf(Team.person("ada")).getFirst().id();

    assertThat(board.stopPrivately(mine, Team.person("eve"))).isFalse();
    assertThat(board.stopPrivately(mine, Team.person("ada"))).isTrue();
    assertThat(board.privatelyOf(Team.person("ada"))).isEmpty();
  }

  private void adaSchedulesNews() {
    team.acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("news"),
                new Channel(NEWS, "news", Channel.Visibility.PUBLIC, "", "", false),
                team.acme.clock.instant()),
            new Roster.MembersListed(
                new EventId("readers"),
                NEWS,
                Set.of(Team.person("ada"), Team.person("bob")),
                team.acme.clock.instant())));
    adaSchedules("digest #news every day at 9:00");
  }

  private void adaSchedules(String wish) {
    team.presses("ada", Team.button(team.says("ada", wish), ConfirmDigest.class));
  }

  @Test
  void pausesUntilADayWhenTold() {
    adaSchedules("digest #dev every day at 9:00");

    assertThat(Team.words(team.says("ada", "pause digest #dev until 2026-03-26")))
        .contains("is paused", "Thu 26 Mar, 09:00", "resume digest #dev");
    talksEachMorning(24, 25);
    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(Team.words(team.says("ada", "digests"))).contains("Paused; the next one");

    talksEachMorning(26);
    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(Team.words(team.says("ada", "digests"))).doesNotContain("Paused");
  }

  @Test
  void goesOnSoonerWhenTold() {
    adaSchedules("digest #dev every day at 9:00");
    team.says("ada", "sospendi il riassunto di #dev fino al 2026-03-30");
    team.at("2026-03-24T12:00:00Z");

    assertThat(Team.words(team.says("ada", "riprendi il riassunto di #dev")))
        .contains("Il riassunto di #dev arriva ogni giorno alle 09:00", "mer 25 mar");

    talksEachMorning(25);
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void pausesAndGoesOnByItsButtons() {
    adaSchedules("digest #dev every day at 9:00");

    team.presses("ada", Team.button(team.says("ada", "digests"), Command.PauseSchedule.class));
    talksEachMorning(24);
    assertThat(team.posted(Team.DEV)).isEmpty();

    team.presses("ada", Team.button(team.says("ada", "digests"), Command.ResumeSchedule.class));
    talksEachMorning(25);
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void refusesWhoDoesNotDecideAboutIt() {
    adaSchedules("digest #dev every day at 9:00");

    assertThat(Team.words(team.says("bob", "pause digest #dev"))).contains("You cannot decide");
    assertThat(Team.words(team.says("bob", "resume digest #dev"))).contains("You cannot decide");
    assertThat(Team.words(team.says("eve", "pause digest #dev"))).contains("no channel named #dev");
    assertThat(Team.words(team.says("bob", "pause digest #random"))).contains("No digest of");

    talksEachMorning(24);
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void pausesWhatComesToOneselfAlone() {
    var preview = team.says("ada", "my digest every day at 8:30");
    team.presses("ada", Team.button(preview, ConfirmDigest.class));

    assertThat(Team.words(team.says("ada", "pause my digest until 2026-03-26")))
        .contains("This is paused", "Thu 26 Mar, 08:30", "resume my digest");
    talksEachMorning(24, 25);
    assertThat(digestsTo("ada")).isZero();
    assertThat(Team.words(team.says("ada", "digests"))).contains("Paused; the next one");

    talksEachMorning(26);
    assertThat(digestsTo("ada")).isEqualTo(1);
    assertThat(Team.words(team.says("bob", "pause my digest"))).contains("No such digest");
  }

  private void talksEachMorning(int... days) {
    for (var day : days) {
      team.at("2026-03-%dT07:00:00Z".formatted(day));
      team.talks("dev");
      team.passes(Duration.ofHours(3));
    }
  }

  private long digestsTo(String name) {
    return team.written(name).stream()
        .filter(each -> each.key().startsWith("private-digest/"))
        .count();
  }
}
