package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.conversation.Channel.Trait;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.store.Codec;
import ponte.teams.reference.Team;

/** What becomes of teams and channels, and of those in them. */
class RosterTest {

  private static final Team TEAM = new Team(Stand.TENANT, Stand.GENERAL.value(), null);

  private final Stand stand = new Stand();

  @BeforeEach
  void bothChannelsWereHeardOf() {
    stand.send("message-channel-reply");
    stand.kinds.note(Stand.INCIDENTS, ChannelKinds.Kind.STANDARD);
    stand.send("members-added");
    stand.heard();
    stand.errands();
  }

  private List<Event> events(String file) {
    assertThat(stand.send(file)).isEqualTo(Acknowledgement.DONE);
    return stand.heard();
  }

  @Test
  void whoJoinsATeamIsInEachOfItsStandardChannels() {
    stand.send("message-channel-private");
    stand.heard();
    stand.clock.advance(Duration.ofDays(8));

    var joined = events("members-added");

    assertThat(joined)
        .extracting(event -> ((Event.Roster.Joined) event).channel())
        .containsExactlyInAnyOrder(Stand.GENERAL, Stand.INCIDENTS);
    assertThat(joined)
        .allSatisfy(
            event -> assertThat(((Event.Roster.Joined) event).person()).isEqualTo(Stand.NEWCOMER));
  }

  @Test
  void whoJoinsATeamIsNotInAChannelOfWhichNobodySaidForWhomItIs() {
    stand.sendBody(
        Stand.payload("message-channel-reply")
            .replace(Stand.INCIDENTS.value(), "19:untold@thread.tacv2"));
    stand.heard();
    stand.clock.advance(Duration.ofDays(8));

    assertThat(events("members-added"))
        .extracting(event -> ((Event.Roster.Joined) event).channel())
        .containsExactlyInAnyOrder(Stand.GENERAL, Stand.INCIDENTS);
  }

  @Test
  void whoLeavesATeamIsInNoneOfItsChannels() {
    stand.send("message-channel-private");
    stand.heard();

    assertThat(events("members-removed"))
        .extracting(event -> ((Event.Roster.Left) event).channel())
        .containsExactlyInAnyOrder(
            Stand.GENERAL, Stand.INCIDENTS, new ChannelId(Stand.TENANT, "19:private@thread.tacv2"));
  }

  @Test
  void knowsPeopleAndTenantsHoweverTheirIdsAreWritten() {
    var shouting =
        Stand.payload("members-removed")
            .replace("eddfa9d4-346e-4cce-a18f-fa6261ad776b", "EDDFA9D4-346E-4CCE-A18F-FA6261AD776B")
            .replace(Stand.TENANT.value(), "72F988BF-86F1-41AF-91AB-2D7CD011DB47");
    stand.sendBody(shouting);

    assertThat(stand.heard())
        .allSatisfy(
            event -> assertThat(((Event.Roster.Left) event).person()).isEqualTo(Stand.NEWCOMER))
        .hasSize(2);
  }

  @Test
  void closesThatChannelAloneThatItWasTakenOutOf() {
    stand.send("message-channel-private");
    stand.heard();
    var hidden = new ChannelId(Stand.TENANT, "19:private@thread.tacv2");

    stand.sendBody(
        Stand.payload("channel-member-added-private")
            .replace("membersAdded", "membersRemoved")
            .replace("29:other", "28:c9e8c047-2a74-40a2-b28a-b162d5f5327c")
            .replace("channelMemberAdded", "channelMemberRemoved"));

    assertThat(stand.heard())
        .filteredOn(Event.Roster.MembersListed.class::isInstance)
        .extracting(event -> ((Event.Roster.MembersListed) event).channel())
        .containsExactly(hidden);
    assertThat(stand.references.channel(hidden)).isEmpty();
    assertThat(stand.references.channel(Stand.INCIDENTS)).isPresent();
  }

  @Test
  void hasWhoAddsItToATeamToldWhatItHears() {
    stand.send("installation-add-team");
    stand.clock.advance(Duration.ofMinutes(1));

    assertThat(stand.errands())
        .anyMatch(
            errand ->
                errand.startsWith(
                    "hearing/" + Stand.TENANT + "/" + TEAM.id() + "/" + Stand.MEGAN + "/"));
  }

  @Test
  void whoJoinsAPrivateChannelIsInThatOneAlone() {
    var joined = (Event.Roster.Joined) events("channel-member-added-private").getFirst();

    assertThat(joined.channel()).isEqualTo(new ChannelId(Stand.TENANT, "19:private@thread.tacv2"));
  }

  @Test
  void tellsNothingOfAChannelThatIsShared() {
    assertThat(events("channel-member-added-shared")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel-created",
        "channel-renamed",
        "channel-restored",
        "team-renamed",
        "team-restored",
        "team-unarchived",
        "bot-added",
        "installation-add-team"
      })
  void hasATeamReadThatChanged(String file) {
    stand.send(file);

    assertThat(stand.errands())
        .anyMatch(errand -> errand.startsWith("look/" + Stand.TENANT + "/" + TEAM.id()));
  }

  @Test
  void closesADeletedChannelForEverybody() {
    assertThat(events("channel-deleted"))
        .satisfiesExactly(
            archived ->
                assertThat(((Event.Roster.ChannelTurned) archived).trait())
                    .isEqualTo(new Trait.Archived(true)),
            hidden ->
                assertThat(((Event.Roster.ChannelTurned) hidden).trait())
                    .isInstanceOf(Trait.SeenBy.class),
            nobody -> assertThat(((Event.Roster.MembersListed) nobody).members()).isEmpty());
  }

  @Test
  void archivesAndOpensTheChannelsOfATeam() {
    assertThat(traits("team-archived"))
        .containsExactly(new Trait.Archived(true), new Trait.Archived(true));
    assertThat(traits("team-unarchived"))
        .containsExactly(new Trait.Archived(false), new Trait.Archived(false));
  }

  private List<Trait> traits(String file) {
    return events(file).stream()
        .map(event -> ((Event.Roster.ChannelTurned) event).trait())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bot-removed", "installation-remove-team", "team-deleted", "team-hard-deleted"})
  void opensForNobodyWhatIsNotHeardAnyMore(String file) {
    var closed =
        events(file).stream()
            .filter(Event.Roster.MembersListed.class::isInstance)
            .map(Event.Roster.MembersListed.class::cast)
            .toList();

    assertThat(closed)
        .extracting(Event.Roster.MembersListed::channel)
        .containsExactlyInAnyOrder(Stand.GENERAL, Stand.INCIDENTS);
    assertThat(closed).allMatch(listed -> listed.members().isEmpty());
  }

  @Test
  void isTakenOutAndComesBackWithAnotherVersionOfTheApp() {
    stand.sendBody(
        Stand.payload("installation-remove-team").replace("\"remove\"", "\"remove-upgrade\""));
    assertThat(stand.heard()).anyMatch(Event.Roster.MembersListed.class::isInstance);
    assertThat(stand.references.teams(Stand.TENANT)).isEmpty();

    stand.sendBody(Stand.payload("installation-add-team").replace("\"add\"", "\"add-upgrade\""));
    assertThat(stand.references.teams(Stand.TENANT)).extracting(Team::id).contains(TEAM.id());
    assertThat(stand.errands())
        .anyMatch(errand -> errand.startsWith("look/" + Stand.TENANT + "/" + TEAM.id()));
  }

  @Test
  void forgetsATeamItWasTakenOutOf() {
    stand.send("installation-remove-team");

    assertThat(stand.references.teams(Stand.TENANT)).isEmpty();
    assertThat(stand.references.channelsOf(TEAM)).isEmpty();
  }

  @Test
  void forgetsAChatItWasTakenOutOf() {
    stand.send("message-personal");
    assertThat(stand.references.personal(Stand.MEGAN)).isPresent();

    stand.send("installation-remove-personal");

    assertThat(stand.references.personal(Stand.MEGAN)).isEmpty();
  }

  @Test
  void welcomesWhoeverAddsItOnce() {
    stand.send("installation-add-personal");
    stand.send("bot-added-personal");
    stand.send("installation-upgrade-personal");
    stand.send("installation-add-team");

    assertThat(stand.asked())
        .singleElement()
        .satisfies(
            event -> {
              var welcome = (Event.Request.Pressed) event;
              assertThat(welcome.by()).isEqualTo(Stand.MEGAN);
              assertThat(Codec.read(welcome.action(), Command.class)).isEqualTo(new Command.Help());
              assertThat(stand.routes.find(Stand.TENANT, welcome.id())).isPresent();
            });
  }

  @Test
  void keepsWhereConversationsAreReached() {
    assertThat(stand.references.channel(Stand.INCIDENTS).orElseThrow().conversation())
        .isEqualTo(Stand.INCIDENTS.value());
    assertThat(stand.references.team(Stand.INCIDENTS).orElseThrow().group())
        .isEqualTo("da849743-4259-475f-ae7a-4f4b0fb49943");
    assertThat(stand.references.service(Stand.TENANT).orElseThrow().url())
        .hasToString("https://smba.trafficmanager.net/amer/");
    assertThat(stand.references.teamsId(Stand.MEGAN).orElseThrow()).startsWith("29:");
  }
}
