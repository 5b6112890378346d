package ponte.teams.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.teams.graph.FakeGraph;
import ponte.teams.live.ChannelKinds;

class GraphTeamsTest extends ReadingTeams {

  private static final String BOARD_PATH = TEAM + "/channels/19:board@thread.tacv2";

  @Test
  void showsTheChannelsOfAPublicTeamToEverybodyOfTheTenant() {
    mayReadTheTeam();

    looks();
    work();

    assertThat(directory.channel(GENERAL)).map(Channel::isPublic).contains(true);
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isTrue();
    assertThat(directory.channel(GENERAL))
        .map(Channel::purpose)
        .contains("Everything about field service");
  }

  @Test
  void showsTheChannelsOfATeamToItsMembersWhereGraphDoesNotSayThatItIsPublic() {
    mayReadTheTeam();
    looks();
    work();

    fake.refuses(TEAM, 403, "forbidden");
    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.audienceOf(ANNA).maySee(GENERAL)).isTrue();
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isFalse();
  }

  @Test
  void showsAPrivateChannelToThoseWhoAreInIt() {
    mayReadTheTeam();

    looks();
    work();

    assertThat(directory.members(BOARD)).containsExactlyInAnyOrder(ANNA, BRUNO);
    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isTrue();
    assertThat(directory.audienceOf(DARIO).maySee(BOARD)).isFalse();
    assertThat(directory.channel(BOARD)).map(Channel::name).contains("Field-Service-Board");
  }

  @Test
  void showsAPrivateChannelToNobodyWhereItsMembersMayNotBeRead() {
    mayReadTheTeam();
    looks();
    work();

    fake.refuses(TEAM + "/channels/19:board@thread.tacv2/members", 403, "forbidden");
    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isFalse();
  }

  @Test
  void readsNothingOfAChannelThatIsSharedAndShowsItToNobody() {
    mayReadTheTeam();
    directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("e3"), PARTNER, Set.of(ANNA), NOW.minusSeconds(60))));

    looks();
    work();

    assertThat(directory.audienceOf(ANNA).maySee(PARTNER)).isFalse();
    assertThat(fake.calls(TEAM + "/channels/19:partner@thread.tacv2/messages")).isEmpty();
  }

  @Test
  void readsAPrivateChannelForThoseAloneWhoAreInIt() {
    mayReadTheTeam();
    fake.answers(BOARD_PATH + "/messages", "messages-board");

    looks();
    work();
    clock.advance(Duration.ofMinutes(1));
    work();

    assertThat(messages(BOARD)).containsExactly("1772355600001");
    assertThat(directory.audienceOf(ANNA).maySee(BOARD)).isTrue();
    assertThat(directory.audienceOf(DARIO).maySee(BOARD)).isFalse();
  }

  @Test
  void readsTheRestOfAPrivateChannelThatWasClosedInBetweenAndOpenedAgain() {
    var path = BOARD_PATH + "/messages";
    var link = fake.base() + path.substring("/v1.0/".length()) + "?$skiptoken=second";
    var last = fake.payload("messages-board");
    var first =
        last.replace("1772355600001", "1772359200001")
            .replaceFirst(
                "\\{", "{\"@odata.nextLink\": \"" + Matcher.quoteReplacement(link) + "\",");
    mayReadTheTeam();
    fake.says(path, okJson(first));
    looks();
    work();
    clock.advance(Duration.ofMinutes(1));
    while (fake.calls(path).isEmpty() && workOnce()) {
      hear();
    }
    assertThat(fake.calls(path)).hasSize(1);

    directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("closed"), BOARD, Set.of(), clock.instant())));
    work();
    assertThat(messages(BOARD)).containsExactly("1772359200001");
    fake.answersWhere(path, "$skiptoken", "second", "messages-board");
    clock.advance(Duration.ofMinutes(1));
    looks();
    work();
    clock.advance(Duration.ofMinutes(1));
    work();

    assertThat(messages(BOARD)).containsExactly("1772355600001", "1772359200001");
  }

  @Test
  void leavesClosedWhatWasClosedSinceItWasAskedFor() {
    mayReadTheTeam();
    looks();
    clock.advance(Duration.ofSeconds(1));
    for (var trait :
        List.of(new Trait.SeenBy(Channel.Visibility.PRIVATE), new Trait.Archived(true))) {
      directory.apply(
          List.of(
              new Event.Roster.ChannelTurned(
                  new EventId("taken out:" + trait), GENERAL, trait, clock.instant())));
    }
    clock.advance(Duration.ofSeconds(1));

    work();

    assertThat(directory.channel(GENERAL)).map(Channel::isPublic).contains(false);
    assertThat(isArchived(GENERAL)).isTrue();
  }

  @Test
  void readsNothingOfAPrivateChannelWhoseMembersItMayNotRead() {
    mayReadTheTeam();
    fake.refuses(BOARD_PATH + "/members", 403, "forbidden");
    fake.answers(BOARD_PATH + "/messages", "messages-board");

    looks();
    work();
    clock.advance(Duration.ofMinutes(1));
    work();

    assertThat(fake.calls(BOARD_PATH + "/messages")).isEmpty();
  }

  @Test
  void showsAPrivateChannelNoMoreWithinTheHourToWhoLeftIt() {
    mayReadTheTeam();
    looks();
    work();
    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isTrue();

    fake.answers(BOARD_PATH + "/members", "members-without-bruno");
    anHourLater();

    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isFalse();
    assertThat(directory.audienceOf(ANNA).maySee(BOARD)).isTrue();
  }

  @Test
  void showsAPrivateChannelToNobodyOnceTheTeamHasItNoMore() {
    mayReadTheTeam();
    looks();
    work();

    fake.answers(TEAM + "/channels", "channels-archived");
    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.members(BOARD)).isEmpty();
  }

  @Test
  void keepsAPrivateChannelOpenToThoseInItNightAfterNight() {
    mayReadTheTeam();
    looks();
    work();

    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isTrue();
  }

  @Test
  void closesWithinTheHourATeamThatIsPublicNoMore() {
    mayReadTheTeam();
    looks();
    work();
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isTrue();

    fake.answers(TEAM, "team-private");
    anHourLater();

    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isFalse();
    assertThat(directory.audienceOf(ANNA).maySee(GENERAL)).isTrue();
  }

  @Test
  void closesWithinTheHourATeamOfWhichGraphTellsNoMore() {
    mayReadTheTeam();
    looks();
    work();

    fake.refuses(TEAM, 403, "forbidden");
    anHourLater();

    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isFalse();
    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isFalse();
  }

  @Test
  void opensATeamThatBecamePublicWithTheNextLookAtAllOfIt() {
    mayReadTheTeam();
    fake.answers(TEAM, "team-private");
    looks();
    work();

    fake.answers(TEAM, "team");
    anHourLater();
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isFalse();

    looks();
    work();
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isTrue();
  }

  @Test
  void isOneCallAnHourHoweverOftenTheTeamIsLookedAt() {
    mayReadTheTeam();
    looks();
    work();
    looks();
    work();
    var calls = fake.calls(TEAM).size();

    anHourLater();

    assertThat(fake.calls(TEAM)).hasSize(calls + 1);
  }

  @Test
  void closesWhatIsArchivedByItselfOrWithItsTeamAndOpensItAgain() {
    mayReadTheTeam();
    looks();
    work();
    assertThat(isArchived(GENERAL)).isFalse();

    fake.answers(TEAM + "/channels", "channels-archived");
    looks();
    work();
    assertThat(isArchived(GENERAL)).isTrue();

    fake.answers(TEAM + "/channels", "channels");
    looks();
    work();
    assertThat(isArchived(GENERAL)).isFalse();

    fake.answers(TEAM, "team-archived");
    looks();
    work();
    assertThat(isArchived(GENERAL)).isTrue();
    assertThat(isArchived(BOARD)).isTrue();
  }

  private boolean isArchived(ChannelId channel) {
    return directory.channel(channel).orElseThrow().archived();
  }

  @Test
  void looksAgainAtATeamOnceGraphSaysThatAChannelIsForAllOfIt() {
    mayReadTheTeam();
    var untold = channel("untold");
    references.heardChannel(
        untold,
        references.channel(GENERAL).orElseThrow().service().conversation(untold.value()),
        references.team(GENERAL).orElseThrow());
    fake.answers(TEAM + "/channels", "channels-untold");

    looks();
    workOnce();
    workOnce();

    assertThat(queue.lease(TeamsReading.TOPIC, 10, LEASE))
        .anyMatch(lease -> lease.entry().key().startsWith("look/" + FakeGraph.ACME));
    assertThat(kinds.kind(untold)).contains(ChannelKinds.Kind.STANDARD);
  }

  @Test
  void takesAKindThatItDoesNotKnowForAChannelThatIsShared() {
    mayReadTheTeam();
    fake.answers(TEAM + "/channels", "channels-untold");

    looks();
    work();

    assertThat(kinds.kind(PARTNER)).contains(ChannelKinds.Kind.SHARED);
  }
}
