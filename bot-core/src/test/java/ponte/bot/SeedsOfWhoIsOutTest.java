package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.directory.Roles;

/**
 * What somebody wants begun in a channel who takes no part, as everybody at first in some houses.
 */
class SeedsOfWhoIsOutTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Team team =
      new Team(
          "2026-03-23T09:00:00Z",
          Ponte.Rules.DEFAULT.with(new Roles(Set.of("T1/ada"), Set.of())).with(House.optIn()));

  @BeforeEach
  void aChannelWhereOneColleagueTakesPart() {
    team.acme.open("ops");
    team.says("bob", "opt in");
    team.says("bob", "invite me again");
    for (var week = 5; week < 7; week++) {
      team.acme.thread(
          "ops",
          Duration.between(Chat.START, team.acme.clock.instant().minus(Duration.ofDays(7 * week)))
              .toMinutes(),
          "eve: how are the Kafka consumers restarted after an upgrade?",
          "bob: the Kafka consumers restart by themselves, one after the other",
          "eve: thanks, that helped");
    }
  }

  private Sowing.Of posted(String name, String wish) {
    var seed = SeedingTest.seedOf(team.says(name, wish));
    team.presses(name, new Command.Seed(new Sowing.Post(seed, true)));
    return seed;
  }

  @Test
  void aCallForHelpStandsInItsChannelInTheirName() {
    posted("eve", "rally #ops: the build is red, who can have a look?");

    assertThat(words(team.posted(OPS).getFirst().reply()))
        .contains("the build is red", "Begun by @eve");
  }

  @Test
  void theyLearnWhoHelpsAndItIsDrawnInTheirNameStill() {
    var seed = posted("eve", "rally #ops: the build is red, who can have a look?");

    team.presses("bob", SeedingTest.choose(seed, 0));
    team.passes(SOON);

    assertThat(words(team.theOnly("eve").reply())).contains("A colleague can help");
    assertThat(words(team.standing(team.posted(OPS).getFirst())))
        .contains("One colleague can help: @bob", "Begun by @eve");
  }

  @Test
  void colleaguesWhomTheyChooseAreInvitedToACall() {
    var seed =
        SeedingTest.seedOf(team.says("eve", "rally #ops: who can restart the Kafka consumers?"));
    team.presses("eve", new Command.Seed(new Sowing.Invite(seed, Team.person("bob"), true)));
    team.presses("eve", new Command.Seed(new Sowing.Post(seed, true)));
    team.passes(Duration.ofMinutes(15));

    assertThat(words(team.theOnly("bob").reply())).contains("@eve asks in #ops");
  }

  @Test
  void aDiscussionIsPostedAndTheyAreToldWhatBecameOfIt() {
    posted("ada", "discussion #ops: which tool do you like best?");
    team.passes(Duration.ofDays(5));

    assertThat(words(team.posted(OPS).getFirst().reply())).contains("Begun by @ada");
    assertThat(words(team.theOnly("ada").reply())).contains("What became of the discussion");
  }

  @Test
  void theyAreToldWhatIsNotPosted() {
    var seed =
        SeedingTest.seedOf(team.says("ada", "discussion #ops: which tool do you like best?"));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));

    team.acme.archived("ops");
    team.passes(Duration.ofDays(9));

    assertThat(words(team.theOnly("ada").reply())).contains("was not posted");
  }

  @Test
  void whoeverOptsOutHasEndedIt() {
    var seed =
        SeedingTest.seedOf(team.says("ada", "discussion #ops: which tool do you like best?"));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));
    team.says("ada", "opt out");

    team.passes(Duration.ofDays(9));

    assertThat(team.posted(OPS)).isEmpty();
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void whoeverOptsOutIsNotToldOfItAnyMore() {
    posted("ada", "discussion #ops: which tool do you like best?");
    team.at("2026-03-26T22:00:00Z");
    team.says("ada", "opt out");

    team.passes(Duration.ofDays(5));

    assertThat(team.written("ada")).isEmpty();
    assertThat(words(team.standing(team.posted(OPS).getFirst()))).doesNotContain("@ada");
  }

  @Test
  void aSeriesWaitsForThemToTakePart() {
    var seed =
        SeedingTest.seedOf(team.says("ada", "discussion #ops: what went well, and what did not?"));
    var weekly = weekly();

    var said = team.fillsIn("ada", "seed/" + seed.room() + "/" + seed.id(), weekly);

    assertThat(words(said)).contains("again and again", ": opt in");
    team.says("ada", "opt in");
    assertThat(words(team.fillsIn("ada", "seed/" + seed.room() + "/" + seed.id(), weekly)))
        .doesNotContain("opt in");
  }

  @Test
  void aSeriesIsTakenOverByNobodyWhoIsOut() {
    team.says("ada", "opt in");
    var seed =
        SeedingTest.seedOf(
            team.says("ada", "discussione #ops: che cosa è andato bene, e cosa no?"));
    team.fillsIn("ada", "seed/" + seed.room() + "/" + seed.id(), weekly());
    var preferences = team.ponte.preferences();
    preferences.change(Team.person("ada"), each -> each.with(ponte.consent.Preference.Standing.IN));

    assertThat(words(team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)))))
        .contains("opt in");
    team.passes(Duration.ofDays(9));
    assertThat(team.posted(OPS)).isEmpty();
  }

  private static Map<String, List<String>> weekly() {
    var values = new HashMap<>(SeedingTest.form("What went well?", "DISCUSSION", "", "no"));
    values.put("weeks", List.of("1"));
    return values;
  }

  @Test
  void whoIsAskedToAnswerReadsWhoAsks() {
    var seed =
        SeedingTest.seedOf(
            team.says("ada", "discussion #ops: how do you restart Kafka consumers?"));
    team.fillsIn(
        "ada",
        "seed/" + seed.room() + "/" + seed.id(),
        SeedingTest.form("Ask about Kafka consumers", "ASK_ME_ANYTHING", "", "no"));
    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));
    team.passes(Duration.ofMinutes(15));

    assertThat(words(team.theOnly("bob").reply())).contains("@ada");
  }
}
