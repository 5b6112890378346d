package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;

/** What a colleague is to others is nothing to begin a discussion about. */
class NamelessSeedsTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final ChannelId RANDOM = Chat.in("random").channel();

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));

  private void discuss(String thing) {
    team.acme.open("ops");
    team.acme.clock.advance(Duration.ofHours(1));
    var one = team.posts("ada", OPS, "How do we plan the Pulsar release before the " + thing + "?");
    team.replies("bob", one, "The " + thing + " changes the plan of the release for a month.");
    team.replies(
        "ada", one, "Then the release waits, and the " + thing + " is no reason to hurry.");
    team.replies("bob", one, "Agreed, we plan the release again in April.");
    team.acme.clock.advance(Duration.ofHours(1));
    var other = team.posts("kim", RANDOM, "Who plans the Pulsar release during the " + thing + "?");
    team.replies("eve", other, "With the " + thing + " somebody of sales plans the release.");
    team.replies("kim", other, "Then I plan the release, until the " + thing + " is over.");
    team.replies("eve", other, "Good, I tell the others of it today.");
    team.acme.clock.advance(Duration.ofDays(12));
  }

  @Test
  void twoTeamsAreBroughtTogetherByAThing() {
    discuss("budget freeze");

    assertThat(Team.words(team.says("ada", "what should we talk about?")))
        .contains("Pulsar release");
  }

  @Test
  void butNotByAColleague() {
    team.acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("p"),
                new Person(
                    Chat.person("p"),
                    "Pulsar Bianchi",
                    "p",
                    "",
                    null,
                    ZoneId.of("Europe/Rome"),
                    null,
                    Person.Standing.ACTIVE),
                Instant.EPOCH)));
    team.presses("p", new Command.OptOut());
    discuss("budget freeze");

    assertThat(Team.words(team.says("ada", "what should we talk about?")))
        .doesNotContain("Pulsar release");
  }
}
