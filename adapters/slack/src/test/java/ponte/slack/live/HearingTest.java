package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.slack.live.Stand.ADA;
import static ponte.slack.live.Stand.BOT;
import static ponte.slack.live.Stand.COUNCIL;
import static ponte.slack.live.Stand.PAYMENTS;
import static ponte.slack.live.Stand.REPLIER;
import static ponte.slack.live.Stand.TEAM;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.consent.Confidentiality;
import ponte.conversation.Audience;
import ponte.conversation.Away;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message.Kind;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.nlp.Language;
import ponte.slack.installation.Installation;

/** What happens in Slack, and what Ponte makes of it. */
class HearingTest {

  private static final MessageId FIRST = new MessageId(PAYMENTS, "1772442000.000100");
  private static final ChannelId NEW = new ChannelId(TEAM, "C0NEWCHAN1");

  private final Stand slack = new Stand();

  @Test
  void hearsWhatIsSaidInAChannel() {
    assertThat(slack.send("message")).isEqualTo(Acknowledgement.DONE);

    var heard = slack.heard();
    assertThat(heard).hasSize(1);
    var message = ((Talk.Posted) heard.getFirst()).content();
    assertThat(message.id()).isEqualTo(FIRST);
    assertThat(message.author()).isEqualTo(ADA);
    assertThat(message.kind()).isEqualTo(Kind.TALK);
    assertThat(message.text()).isEqualTo(RichText.plain("the deploy of payments failed again"));
    assertThat(message.at()).isEqualTo(Instant.parse("2026-03-02T09:00:00.000100Z"));
  }

  @Test
  void hearsThatAMessageIsMarkedInBold() {
    slack.send("message_bold");

    var message = ((Talk.Posted) slack.heard().getFirst()).content();
    assertThat(Confidentiality.isMarked(message.text())).isTrue();
  }

  @Test
  void hearsWhatIsSaidInAPrivateChannelThatItIsIn() {
    slack.send("message_group");

    assertThat(slack.heard())
        .singleElement()
        .extracting(event -> ((Talk.Posted) event).content().channel())
        .isEqualTo(COUNCIL);
  }

  @Test
  void hearsTheSameEventOnce() {
    slack.send("message");
    assertThat(slack.send("message")).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.heard()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_im",
        "message_mpim",
        "message_ext_shared",
        "reaction_added_im",
        "reaction_added_unknown"
      })
  void neverKeepsWhatIsSaidBetweenPeopleOrBeforeOutsiders(String file) {
    assertThat(slack.send(file)).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.heard()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"payments", "#Payments", "C123ABC456"})
  void doesNotListenInAChannelThatIsExcluded(String excluded) {
    var deaf = new Stand(Set.of(excluded), null);

    deaf.send("message");
    deaf.send("reaction_added");

    assertThat(deaf.heard()).isEmpty();
  }

  @Test
  void doesNotListenWhileAChannelIsShared() {
    slack.send("channel_shared");
    slack.send("message");
    assertThat(slack.heard()).isEmpty();

    slack.send("channel_unshared");
    slack.send("message_deleted");
    assertThat(slack.shared.isShared(PAYMENTS)).isFalse();
    assertThat(slack.heard()).hasSize(1);
  }

  @Test
  void filesRepliesUnderTheirThread() {
    slack.send("message_thread_reply");
    slack.send("message_thread_broadcast");

    assertThat(slack.heard())
        .extracting(event -> ((Talk.Posted) event).content().thread())
        .containsExactly(FIRST, FIRST);
  }

  @Test
  void hearsChangesAndDeletions() {
    slack.send("message_changed");
    slack.send("message_deleted");

    var heard = slack.heard();
    var changed = ((Talk.Edited) heard.get(0)).content();
    assertThat(changed.id()).isEqualTo(FIRST);
    assertThat(changed.text()).isEqualTo(RichText.plain("the deploy of billing failed again"));
    assertThat(changed.version()).isEqualTo(Instant.parse("2026-03-02T09:00:30Z"));
    var deleted = (Talk.Deleted) heard.get(1);
    assertThat(deleted.message()).isEqualTo(FIRST);
    assertThat(deleted.at()).isEqualTo(Instant.parse("2026-03-02T09:00:40.000600Z"));
  }

  @Test
  void knowsItsOwnWordsForAProgramsWords() {
    slack.send("message_own");

    var own = ((Talk.Posted) slack.heard().getFirst()).content();
    assertThat(own.kind()).isEqualTo(Kind.BOT);
    assertThat(own.author()).isEqualTo(BOT);
    assertThat(slack.asked()).isEmpty();
  }

  @Test
  void hearsReactionsOfAllSkinTonesAsOne() {
    slack.send("reaction_added");
    slack.send("reaction_removed");

    var heard = slack.heard();
    var given = (Talk.Reacted) heard.get(0);
    assertThat(given.message()).isEqualTo(FIRST);
    assertThat(given.by()).isEqualTo(REPLIER);
    assertThat(given.emoji()).isEqualTo("thumbsup");
    assertThat(given.at()).isEqualTo(Instant.parse("2026-03-02T09:01:10.000100Z"));
    var back = (Talk.Unreacted) heard.get(1);
    assertThat(back.emoji()).isEqualTo("thumbsup");
  }

  @Test
  void knowsChannelsAsTheyAreNow() {
    slack.send("channel_created");
    slack.send("channel_rename");
    slack.send("channel_archive");
    slack.send("message_channel_topic");
    slack.takeIn();

    assertThat(slack.directory.channel(NEW).orElseThrow().name()).isEqualTo("fatture");
    var payments = slack.directory.channel(PAYMENTS).orElseThrow();
    assertThat(payments.name()).isEqualTo("pagamenti");
    assertThat(payments.topic()).isEqualTo("deploys and invoices");
    assertThat(payments.archived()).isTrue();

    slack.send("channel_unarchive");
    slack.takeIn();
    assertThat(slack.directory.channel(PAYMENTS).orElseThrow().archived()).isFalse();
  }

  @Test
  void knowsPrivateChannelsAsTheyAreNow() {
    slack.send("group_rename");
    slack.send("group_archive");
    slack.takeIn();

    var council = slack.directory.channel(COUNCIL).orElseThrow();
    assertThat(council.name()).isEqualTo("consiglio");
    assertThat(council.archived()).isTrue();
    assertThat(council.visibility()).isEqualTo(Visibility.PRIVATE);

    slack.send("group_unarchive");
    slack.takeIn();
    assertThat(slack.directory.channel(COUNCIL).orElseThrow().archived()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_channel_convert_to_private", "channel_deleted"})
  void closesAChannelToThoseWhoMayNotOpenItAnyMore(String file) {
    assertThat(slack.directory.everybody()).isEqualTo(Audience.of(PAYMENTS));

    slack.send(file);
    slack.takeIn();

    assertThat(slack.directory.everybody()).isEqualTo(Audience.NOBODY);
  }

  @Test
  void closesEvenAnExcludedChannelThatBecamePrivate() {
    var deaf = new Stand(Set.of("payments"), null);

    deaf.send("message_channel_convert_to_private");

    assertThat(deaf.heard()).singleElement().isInstanceOf(Roster.ChannelTurned.class);
  }

  @Test
  void knowsWhoIsInAChannel() {
    slack.send("member_joined_channel");
    slack.takeIn();
    assertThat(slack.directory.members(PAYMENTS)).containsExactly(REPLIER);

    slack.send("member_left_channel");
    slack.takeIn();
    assertThat(slack.directory.members(PAYMENTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"channel_left, C123ABC456", "group_left, G123ABC456"})
  void showsAChannelItWasRemovedFromOnlyToThoseWhoMayOpenAny(String file, String channel) {
    var id = new ChannelId(TEAM, channel);
    slack.directory.apply(
        List.of(new Roster.MembersListed(new EventId("m"), id, Set.of(BOT, ADA), Stand.LONG_AGO)));

    slack.send(file);
    slack.takeIn();

    assertThat(slack.directory.members(id)).isEmpty();
    assertThat(slack.directory.audienceOf(ADA).maySee(id)).isEqualTo(id.equals(PAYMENTS));
  }

  @Test
  void closesAPrivateChannelThatBeginsToBeSharedUnderAnotherId() {
    var shared = new ChannelId(TEAM, "C999ABC456");
    slack.directory.apply(
        List.of(
            new Roster.MembersListed(new EventId("m"), COUNCIL, Set.of(BOT, ADA), Stand.LONG_AGO)));

    slack.send("channel_id_changed");
    slack.sendBody(Stand.payload("message_group").replace(COUNCIL.value(), shared.value()));
    slack.takeIn();

    assertThat(slack.directory.audienceOf(ADA)).isEqualTo(Audience.of(PAYMENTS));
    assertThat(slack.shared.isShared(shared)).isTrue();
  }

  @Test
  void readsAChannelThatItIsInvitedTo() {
    slack.send("member_joined_channel_bot");
    slack.send("member_joined_channel_bot");

    assertThat(slack.errands()).containsExactly("look/" + NEW + "/2026-03-02T09:00:00Z");
  }

  @Test
  void doesNotReadAnExcludedChannelThatItIsInvitedTo() {
    var deaf = new Stand(Set.of(NEW.value()), null);

    deaf.send("member_joined_channel_bot");

    assertThat(deaf.errands()).isEmpty();
  }

  @Test
  void readsAChannelOfWhoseInvitationItDidNotHear() {
    slack.sendBody(Stand.payload("message").replace("C123ABC456", "C0UNHEARD1"));

    assertThat(slack.heard()).hasSize(1);
    assertThat(slack.errands()).containsExactly("look/T123ABC456/C0UNHEARD1/2026-03-02T09:00:00Z");
  }

  @Test
  void readsAChannelOnceHoweverMuchIsSaidThereBeforeItIsKnown() {
    for (var event = 1; event <= 5; event++) {
      slack.clock.advance(Duration.ofSeconds(1));
      slack.sendBody(
          Stand.payload("message")
              .replace("C123ABC456", "C0UNHEARD1")
              .replace("Ev00000001", "Ev0UNHEARD" + event));
    }

    assertThat(slack.heard()).hasSize(5);
    assertThat(slack.errands()).containsExactly("look/T123ABC456/C0UNHEARD1/2026-03-02T09:00:00Z");
  }

  @Test
  void meetsWhoeverItDoesNotKnow() {
    slack.send("message_thread_reply");
    slack.clock.advance(Duration.ofMinutes(1));

    assertThat(slack.errands()).containsExactly("meet/" + REPLIER + "/2026-03-02T09:01:00Z");
  }

  @Test
  void knowsPeopleAsTheyAreNow() {
    slack.send("user_change");
    slack.send("team_join");
    slack.takeIn();

    var ada = slack.directory.person(ADA).orElseThrow();
    assertThat(ada)
        .isEqualTo(
            new Person(
                ADA,
                "ada",
                "ada",
                "Ingegnere dei pagamenti",
                "ada@example.org",
                ZoneId.of("Europe/Rome"),
                Language.ITALIAN,
                Person.Standing.ACTIVE));
    var joined = slack.directory.person(new PersonId(TEAM, "U333JOINED")).orElseThrow();
    assertThat(joined.language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void knowsWhoIsAwayAndNotWithWhatWords() {
    slack.sendBody(
        Stand.payload("user_change")
            .replace(
                "\"status_emoji\": \"\"",
                "\"status_emoji\": \":palm_tree:\", \"status_expiration\": 1774864800"));
    slack.takeIn();

    var until = Instant.ofEpochSecond(1774864800);
    assertThat(slack.directory.person(ADA).orElseThrow().away()).isEqualTo(Away.until(until));

    slack.sendBody(
        Stand.payload("user_change")
            .replace("1772442610.002100", "1772442611.002100")
            .replace("Ev00000039", "Ev00000139"));
    slack.takeIn();

    assertThat(slack.directory.person(ADA).orElseThrow().away()).isNull();
  }

  @Test
  void keepsTheLanguageThatSlackDoesNotRepeatAndAsksForIt() {
    slack.send("user_change_without_locale");
    slack.clock.advance(Duration.ofMinutes(1));
    slack.takeIn();

    var ada = slack.directory.person(ADA).orElseThrow();
    assertThat(ada.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(ada.language()).isEqualTo(Language.ITALIAN);
    assertThat(slack.errands()).containsExactly("meet/" + ADA + "/2026-03-02T09:01:00Z");
  }

  @Test
  void knowsWhoLeft() {
    slack.send("user_change_deactivated");
    slack.takeIn();

    assertThat(slack.directory.person(ADA).orElseThrow().standing())
        .isEqualTo(Person.Standing.LEFT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app_uninstalled", "tokens_revoked"})
  void isSilentOnceItIsUninstalled(String file) {
    assertThat(slack.send(file)).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.send("message")).isEqualTo(Acknowledgement.DONE);
    assertThat(slack.send("app_mention")).isEqualTo(Acknowledgement.DONE);
    assertThat(slack.send("slash_command.txt").body()).contains("not installed", "installato");
    assertThat(slack.heard()).isEmpty();
    assertThat(slack.asked()).isEmpty();
    assertThat(slack.departed).containsExactly(TEAM);
  }

  @Test
  void staysWhereOnlyAPersonsTokenWasRevoked() {
    slack.send("tokens_revoked_of_a_person");
    assertThat(slack.departed).isEmpty();

    slack.send("message");
    assertThat(slack.heard()).hasSize(1);
  }

  @Test
  void takesNewsOfAnUninstallationForOldOnceItIsInstalledAnew() {
    var again = Stand.installation();
    slack.installations.known(
        new Installation(
            again.workspace(),
            again.name(),
            again.address(),
            again.enterprise(),
            again.app(),
            again.bot(),
            again.botId(),
            again.token(),
            again.scopes(),
            again.installedBy(),
            Instant.parse("2026-03-02T10:00:00Z"),
            null));

    slack.send("app_uninstalled");

    assertThat(slack.installations.find(TEAM)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event_of_an_unknown_workspace",
        "app_rate_limited",
        "dnd_updated_user",
        "app_home_opened_messages"
      })
  void acknowledgesWhatItDoesNothingAbout(String file) {
    assertThat(slack.send(file)).isEqualTo(Acknowledgement.DONE);

    assertThat(slack.heard()).isEmpty();
    assertThat(slack.asked()).isEmpty();
  }
}
