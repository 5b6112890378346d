package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.platform.Outgoing;
import ponte.seeding.Steps;
import ponte.store.StoreUnavailableException;

/** A poll that is posted in a channel week after week. */
class SeedSeriesTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Longer than what a dead replica held is nobody else's. */
  private static final Duration HELD = Duration.ofMinutes(5);

  private static final Duration WEEK = Duration.ofDays(7);

  private static final String TUESDAY = "2026-03-24T12:00:00Z";

  /** The morning after it is posted, which is on Tuesdays at 11:00. */
  private static final String WEDNESDAY = "2026-03-25T08:00:00Z";

  /** It is told what became of the first one, and the second is planned, on Friday. */
  private static final String FRIDAY = "2026-03-27T12:30:00Z";

  private static final String SATURDAY = "2026-03-28T08:00:00Z";
  private static final String SECOND_WEDNESDAY = "2026-04-01T08:00:00Z";
  private static final int MOST_WRITES = 30;

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));

  private static Sowing.Of weekly(Team team) {
    return planned(team, 1);
  }

  /**
   * A poll in #ops, on Tuesday at 11:00.
   *
   * @param weeks how many until it comes again; 0: it comes once
   */
  static Sowing.Of planned(Team team, int weeks) {
    team.acme.open("ops");
    var seed =
        SeedingTest.seedOf(team.says("ada", "poll #ops: Which day suits you? Monday / Tuesday"));
    team.fillsIn(
        "ada",
        "seed/" + seed.room() + "/" + seed.id(),
        Map.of(
            "prompt", List.of("Which day suits you?"),
            "shape", List.of("POLL"),
            "options", List.of("Monday\nTuesday"),
            "secret", List.of("no"),
            "day", List.of("2026-03-24"),
            "time", List.of("11:00"),
            "weeks", List.of("" + weeks)));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));
    return seed;
  }

  private static Sowing.Of seedOf(Outgoing posted) {
    return SeedingTest.seedOf(posted.reply());
  }

  @Test
  void comesAgainWithNoneOfTheVotesBefore() {
    weekly(team);
    team.at(WEDNESDAY);
    var first = team.posted(OPS).getFirst();
    team.presses("bob", SeedingTest.choose(seedOf(first), 1));

    team.at(SECOND_WEDNESDAY);

    assertThat(team.posted(OPS)).hasSize(2);
    var second = team.posted(OPS).getLast();
    assertThat(words(team.standing(first))).contains("1 · 100 %", "This poll is closed");
    assertThat(words(team.standing(second)))
        .contains("Which day suits you?", "No votes yet", "Begun by @ada");

    team.presses("kim", SeedingTest.choose(seedOf(second), 0));
    team.passes(SOON);

    assertThat(words(team.standing(second))).contains("One vote", "@kim").doesNotContain("@bob");
    assertThat(words(team.standing(first))).contains("1 · 100 %").doesNotContain("@kim");
  }

  @Test
  void isPostedOnceAWeekHoweverLong() {
    weekly(team);

    team.passes(Duration.ofDays(7 * 6 + 3));

    assertThat(team.posted(OPS)).hasSize(7).extracting(Outgoing::key).doesNotHaveDuplicates();
  }

  @Test
  void leavesTheChannelInPeaceBetweenTwo() {
    weekly(team);
    team.at(WEDNESDAY);
    var other = SeedingTest.seedOf(team.says("ada", "discussion #ops: what went well?"));

    assertThat(words(team.presses("ada", new Command.Seed(new Sowing.Post(other, true)))))
        .contains("leave it in peace");

    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void goesOnWhereOneCouldNotBePosted() {
    weekly(team);
    team.at(WEDNESDAY);
    talk(team, "2026-03-31T08:00:00Z", "2026-04-02T12:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);

    team.at("2026-04-08T08:00:00Z");

    assertThat(team.posted(OPS)).hasSize(2);
    assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .anyMatch(
            each -> each.contains("was not posted") && each.contains("The next one is planned"));
  }

  /**
   * People talk without a pause, so that nothing is posted between them: from before it is due
   * until it is too late for it.
   */
  private static void talk(Team team, String from, String until) {
    team.at(from);
    while (team.acme.clock.instant().isBefore(Instant.parse(until))) {
      team.posts("bob", OPS, "is the office open on Friday?");
      team.posts("eve", OPS, "it is, until noon");
      team.posts("bob", OPS, "good, then I will come by");
      team.passes(Duration.ofMinutes(25));
    }
  }

  @Test
  void endsWithWhomItIsOf() {
    weekly(team);
    team.at(WEDNESDAY);

    team.presses("ada", new Command.ConfirmForget());
    team.passes(WEEK.multipliedBy(3));

    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void isToldAndPlannedOnceThoughItsStepsAreHandedOverAgain() {
    var seed = weekly(team);
    team.at(WEDNESDAY);
    team.at(SATURDAY);
    var due = Instant.parse("2026-03-24T10:00:00Z");
    var planting = team.ponte.seeding().planting();

    for (var what : Steps.What.values()) {
      planting.take(new Steps.Step(seed, what, due), team.platform);
    }
    team.ponte.planAhead();
    team.at(SECOND_WEDNESDAY);
    team.ponte.planAhead();
    team.passes(SOON);

    assertThat(team.posted(OPS)).hasSize(2);
    assertThat(
            team.written("ada").stream()
                .map(each -> words(each.reply()))
                .filter(each -> each.contains("What became of")))
        .hasSize(1);
  }

  @Test
  void isPostedOnceWhereverAReplicaDiesBetween() {
    for (int writes = 0; writes < MOST_WRITES; writes++) {
      var other = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));
      weekly(other);
      for (var moment : List.of(TUESDAY, FRIDAY)) {
        dies(other, moment, writes);
      }
      other.ponte.planAhead();
      other.at(SECOND_WEDNESDAY);

      assertThat(other.posted(OPS)).as("dead after %d writes", writes).hasSize(2);
    }
  }

  /** A replica takes what is due at a moment and dies with it; another goes on. */
  private static void dies(Team team, String moment, int writes) {
    team.acme.clock.set(Instant.parse(moment));
    var mortal = Mortal.ponte(team, writes, SeedingTest.managedBy("T1/ada"));
    var worker = team.worker(Steps.TOPIC, team.sowing(mortal));
    try {
      worker.workOnce();
    } catch (StoreUnavailableException e) {
      assertThat(e).hasMessage("dead");
    }
    team.acme.clock.advance(HELD);
    team.work();
  }
}
