package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sounding;
import ponte.command.Sounding.Subject;
import ponte.consent.Audit.Deed;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.Write;

/** Who wants it is told every week what rises, from the wish to the message. */
class TrendAlertsTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();

  /** A Monday, at ten where they live. */
  private static final String MONDAY = "2026-03-23T09:00:00Z";

  /** The next one at nine. */
  private static final String NEXT = "2026-03-30T07:00:00Z";

  private final Team team = new Team(MONDAY);

  @BeforeEach
  void peopleTalkOfCoffeeForWeeks() {
    for (int day = 1; day <= 25; day++) {
      for (var name : List.of("ada", "bob", "kim")) {
        team.posted(name, RANDOM, "The coffee is fine today.", before(day));
      }
    }
  }

  private static Instant before(int days) {
    return Instant.parse(MONDAY).minus(Duration.ofDays(days));
  }

  private void speakOfPulsar(ChannelId first, ChannelId second) {
    for (int day = 1; day < 6; day++) {
      for (var name : List.of("ada", "bob", "kim")) {
        team.posted(
            name,
            day % 2 == 0 ? first : second,
            "The Pulsar cluster needs more memory for export " + day + ".",
            before(-day));
      }
    }
  }

  @Test
  void tellsOnMondayWhatRoseInTheWeek() {
    team.says("kim", "alert me about trends every week");
    speakOfPulsar(RANDOM, Team.DEV);

    team.at("2026-03-30T06:59:00Z");
    assertThat(team.written("kim")).isEmpty();
    team.at(NEXT);

    assertThat(team.written("kim"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(Team.words(alert.reply()))
                  .contains("What is new with Pulsar cluster (export, memory)?", "#random");
              assertThat(Team.commands(alert.reply()))
                  .contains(new Command.Sound(new Sounding.NoAlert(Subject.TRENDS, null)));
            });
  }

  @Test
  void tellsNothingWhereNothingRises() {
    team.says("kim", "alert me about trends every week");

    team.at(NEXT);

    assertThat(team.written("kim")).isEmpty();
  }

  @Test
  void tellsNothingOfChannelsThatTheyMayNotOpen() {
    team.says("eve", "alert me about trends every week");
    speakOfPulsar(Team.DEV, Team.BOARD);

    team.at(NEXT);

    assertThat(team.written("eve")).isEmpty();
  }

  @Test
  void goesOnTheWeekAfterAWeekOfNothing() {
    team.says("kim", "avvisami delle tendenze ogni settimana");
    team.at(NEXT);
    for (int day = 8; day < 13; day++) {
      for (var name : List.of("ada", "bob", "kim")) {
        team.posted(
            name,
            day % 2 == 0 ? RANDOM : Team.DEV,
            "The Pulsar cluster needs more memory for export " + day + ".",
            before(-day));
      }
    }

    team.at("2026-04-06T07:00:00Z");

    assertThat(team.written("kim")).hasSize(1);
  }

  @Test
  void isListedAndEndedAndExportedAndForgotten() {
    team.says("kim", "alert me about trends in #random every week");
    assertThat(Team.words(team.says("kim", "my trend alerts"))).contains("#random");
    assertThat(team.says("kim", "export my data").toString())
        .contains("What you are told about every week");

    team.says("kim", "stop trend alerts in #random");
    assertThat(Team.words(team.says("kim", "my trend alerts")))
        .contains("about nothing every week");
    speakOfPulsar(RANDOM, Team.DEV);
    team.at(NEXT);
    assertThat(team.written("kim")).isEmpty();

    team.says("kim", "alert me about trends every week");
    team.presses("kim", new Command.ConfirmForget());
    assertThat(team.ponte.listening().of(Team.person("kim"))).isEmpty();
  }

  @Test
  void tellsWhichQuestionsCameBackInTheWeekAndNoneThatDidNot() {
    asked("bob", 40);
    asked("kim", 30);
    asked("ada", 25);
    team.says("kim", "alert me about recurring questions every week");

    team.at(NEXT);
    assertThat(team.written("kim")).isEmpty();

    asked("eve", -9);
    team.at("2026-04-06T07:00:00Z");
    assertThat(team.written("kim"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(Team.words(alert.reply())).contains("Questions that keep coming back");
              assertThat(Team.commands(alert.reply()))
                  .contains(new Command.Sound(new Sounding.NoAlert(Subject.RECURRING, null)));
            });
  }

  @Test
  void tellsCommunityManagersAloneWhatIsAtRisk() {
    var managed = new Team(MONDAY, SeedingTest.managedBy("T1/ada"));
    for (var name : List.of("bob", "eve", "ada", "bob")) {
      managed.acme.clock.advance(Duration.ofHours(5));
      var asked = managed.posts(name, RANDOM, "How do I restart the Pulsar cluster?");
      managed.replies("kim", asked, "Stop the brokers one by one, wait, and start them again.");
    }

    assertThat(Team.words(managed.says("kim", "alert me about knowledge at risk every week")))
        .contains("Only community managers");
    managed.says("ada", "avvisami delle conoscenze a rischio ogni settimana");
    managed.at(NEXT);

    assertThat(managed.written("kim")).isEmpty();
    assertThat(managed.written("ada"))
        .singleElement()
        .satisfies(alert -> assertThat(Team.words(alert.reply())).contains("Pulsar"));
    // When she wanted it told, and when it was.
    assertThat(looksAtRisks(managed)).isEqualTo(2);
  }

  @Test
  void whatIsNotToldIsNoLook() {
    var managed = new Team(MONDAY, SeedingTest.managedBy("T1/ada"));
    managed.says("ada", "alert me about knowledge at risk every week");

    managed.at(NEXT);

    assertThat(managed.written("ada")).isEmpty();
    assertThat(looksAtRisks(managed)).isEqualTo(1);
  }

  private static long looksAtRisks(Team managed) {
    return managed.ponte.audit().of(Team.person("ada")).stream()
        .filter(line -> line.deed() == Deed.ROLE_USED && line.about().equals("knowledge-at-risk"))
        .count();
  }

  /** Somebody who takes care of it makes it another channel. */
  private void renamed(ChannelId channel, String name, Set<PersonId> members) {
    team.acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("renamed"),
                new Channel(channel, name, Channel.Visibility.PRIVATE, "", "", false),
                team.acme.clock.instant()),
            new Roster.MembersListed(
                new EventId("members"), channel, members, team.acme.clock.instant())));
  }

  @Test
  void ofAChannelThatOneLeftIsEndedAndDoesNotTellWhatItIsCalledNow() {
    team.says("kim", "alert me about trends in #board every week");
    team.acme.clock.advance(Duration.ofMinutes(1));
    renamed(Team.BOARD, "merger-with-pulsar", Set.of(Team.person("ada")));

    var listed = team.says("kim", "my alerts");
    assertThat(Team.words(listed))
        .contains("trends in a channel that you can no longer open")
        .doesNotContain("merger");
    var stop = new Command.Sound(new Sounding.EndAlert(Subject.TRENDS, Team.BOARD));
    assertThat(Team.commands(listed)).contains(stop);

    assertThat(Team.words(team.presses("kim", stop)))
        .contains("not tell you about trends in a channel that you can no longer open any more")
        .doesNotContain("merger");
    assertThat(team.ponte.listening().of(Team.person("kim"))).isEmpty();
  }

  @Test
  void ofTwoChannelsOfOneNameTheOneEndsThatIsMeant() {
    team.says("kim", "alert me about trends in #dev every week");
    team.acme.clock.advance(Duration.ofMinutes(1));
    renamed(Team.BOARD, "dev", Set.of(Team.person("kim")));

    assertThat(Team.words(team.says("kim", "stop trend alerts in #dev")))
        .contains("I do not tell you about trends in #dev any more");
    assertThat(team.ponte.listening().of(Team.person("kim"))).isEmpty();
  }

  private void asked(String name, int days) {
    team.posted(name, RANDOM, "How do I reset the password of the staging database?", before(days));
  }

  @Test
  void isHeldBackFromWhoPauses() {
    team.says("kim", "alert me about trends every week");
    speakOfPulsar(RANDOM, Team.DEV);
    team.says("kim", "pause until 31 March");

    team.at(NEXT);
    assertThat(team.written("kim")).isEmpty();
    team.at("2026-03-31T09:00:00Z");
    assertThat(team.written("kim")).hasSize(1);
  }

  /** As the first version that had alerts stored them: it had them of trends alone. */
  @Test
  void tellsOfTrendsOnceWhomAVersionBeforeOtherSubjectsWasToTell() {
    var key = new Partition("trend-alerts", "T1").key("kim");
    var kept = "{\"alerts\":[{\"since\":\"2026-03-20T09:00:00Z\"}]}";
    team.acme.records.write(Write.create(key, kept));
    var planned =
        "{\"is\":\"Trends\",\"to\":\"T1/kim\",\"week\":\""
            + NEXT
            + "\",\"until\":\"2026-04-02T07:00:00Z\"}";
    team.queue.add(
        List.of(
            new Entry(
                Prompts.TOPIC, "", "trends/T1/kim/all/" + NEXT, planned, Instant.parse(NEXT))));
    team.ponte.planAhead();
    speakOfPulsar(RANDOM, Team.DEV);

    assertThat(Team.words(team.says("kim", "my alerts"))).contains("trends");
    team.at(NEXT);

    assertThat(team.written("kim"))
        .singleElement()
        .satisfies(alert -> assertThat(Team.words(alert.reply())).contains("Pulsar cluster"));
  }

  @Test
  void aButtonOfAVersionBeforeOtherSubjectsEndsTheAlertOfTrends() {
    team.says("kim", "alert me about trends every week");

    var button = Codec.read("{\"is\":\"Sound\",\"wish\":{\"is\":\"NoAlert\"}}", Command.class);

    assertThat(Team.words(team.presses("kim", button))).doesNotContain("no such");
    assertThat(team.ponte.listening().of(Team.person("kim"))).isEmpty();
  }
}
