package ponte.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Roles;
import ponte.expert.Workspace;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;

class NetworksTest {

  private static final TimeSpan DAY = new TimeSpan(Chat.START, Chat.START.plus(Duration.ofDays(1)));

  private final Workspace acme =
      new Workspace().people("ada", "bob", "cleo", "dan", "eve", "flo").open("ops", "web");

  private Network network(TimeSpan span, Set<ChannelId> channels, Audience audience) {
    return networks().of(span, channels, audience).orElse(Network.NOBODY);
  }

  private Networks networks() {
    return new Community(
            new Community.Ground(
                acme.archive,
                acme.directory,
                acme.preferences,
                Workspace.NLP,
                Roles.NONE,
                new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
                Runnable::run,
                acme.clock),
            CommunityRules.DEFAULT)
        .networks();
  }

  private Network network() {
    return networks().of(DAY, acme.directory.everybody()).orElse(Network.NOBODY);
  }

  /** Five people say something, so that there is a network at all. */
  private void everybodyIsThere() {
    var minute = 600.0;
    for (var name : List.of("ada", "bob", "cleo", "dan", "eve", "flo")) {
      acme.thread("ops", minute += 10, name + ": nothing new today", name + ": see you tomorrow");
    }
  }

  private static PersonId person(String name) {
    return Chat.person(name);
  }

  private static Link link(String from, String to, int replies, int mentions, int thanks) {
    return new Link(person(from), person(to), replies, mentions, thanks);
  }

  @Test
  void linksWhoWroteInAConversationToWhoBeganItOnceAConversation() {
    acme.thread(
        "ops",
        0,
        "ada: how do I restart it?",
        "bob: with the script",
        "bob: in bin",
        "cleo: or the button");
    acme.thread("ops", 30, "ada: and where are the logs?", "bob: on the server", "ada: found them");
    everybodyIsThere();

    assertThat(network().links())
        .containsExactly(link("bob", "ada", 2, 0, 0), link("cleo", "ada", 1, 0, 0));
  }

  @Test
  void linksWhoMentionsToWhomTheyMentionOnceAMessage() {
    acme.thread("ops", 0, "ada: @bob can you look?", "ada: @bob or", "ada: @cleo please");
    everybodyIsThere();

    assertThat(network().links())
        .containsExactly(link("ada", "bob", 0, 2, 0), link("ada", "cleo", 0, 1, 0));
  }

  @Test
  void linksWhoThanksInWordsOrWithAReactionToWhomTheyThank() {
    var chat = Chat.in("ops");
    acme.thread(
        "ops", 0, "ada: how do I restart it?", "bob: with the script", "ada: thanks, works");
    acme.archive.apply(List.of(Chat.reacted(chat.id(1), 9, "cleo", "pray::skin-tone-3")));
    everybodyIsThere();

    assertThat(network().links())
        .containsExactly(
            link("ada", "bob", 0, 0, 1), link("bob", "ada", 1, 0, 0), link("cleo", "bob", 0, 0, 1));
  }

  @Test
  void countsMessagesAndHasEverybodyInOneOrder() {
    acme.thread("web", 0, "flo: hello", "ada: hello");
    everybodyIsThere();

    assertThat(network().people())
        .containsExactly(
            person("ada"),
            person("bob"),
            person("cleo"),
            person("dan"),
            person("eve"),
            person("flo"));
    assertThat(network().messages())
        .containsEntry(person("ada"), 3)
        .containsEntry(person("dan"), 2);
  }

  @Test
  void tellsNothingOfFewerThanFive() {
    acme.thread("ops", 0, "ada: who knows it?", "bob: I do", "cleo: me too", "dan: and I");

    assertThat(networks().of(DAY, acme.directory.everybody())).isEmpty();

    acme.thread("ops", 60, "eve: hello @ada");

    assertThat(network().size()).isEqualTo(5);
  }

  @Test
  void leavesOutThoseWhoDoNotTakePartFromOneMomentToTheNext() {
    acme.thread("ops", 0, "ada: how do I restart it?", "bob: @cleo wrote a script");
    everybodyIsThere();
    var networks = networks();
    networks.of(DAY, acme.directory.everybody());

    acme.preferences.change(person("bob"), each -> each.with(Preference.Standing.OUT));

    var left = networks.of(DAY, acme.directory.everybody()).orElseThrow();
    assertThat(left.people()).doesNotContain(person("bob")).hasSize(5);
    assertThat(left.links()).isEmpty();
    assertThat(left.messages()).doesNotContainKey(person("bob"));
  }

  @Test
  void leavesOutProgramsAndStrangers() {
    var chat = Chat.in("ops");
    acme.person("ponte", Person.Standing.BOT, null);
    acme.thread("ops", 0, "ada: @ponte who knows it?", "ada: @stranger hello");
    acme.archive.apply(
        List.of(
            Chat.posted(chat.message(1, "ponte", Message.Kind.BOT, chat.id(0), "@bob knows it")),
            Chat.posted(chat.message(20, "ponte", Message.Kind.BOT, null, "a build failed")),
            Chat.posted(chat.replies(21, 20, "bob", "I look at it"))));
    everybodyIsThere();

    assertThat(network().links()).isEmpty();
    assertThat(network().size()).isEqualTo(6);
  }

  @Test
  void readsPublicChannelsThatTheAudienceMayOpenAndNoOther() {
    acme.closed("board", "ada", "bob");
    acme.thread("board", 0, "ada: the numbers?", "bob: bad");
    acme.thread("web", 0, "ada: the page?", "cleo: slow");
    everybodyIsThere();
    var all =
        Set.of(Chat.in("board").channel(), Chat.in("web").channel(), Chat.in("ops").channel());
    var adas = acme.directory.audienceOf(person("ada"));

    assertThat(adas.maySee(Chat.in("board").channel())).isTrue();
    assertThat(network(DAY, all, adas).links()).containsExactly(link("cleo", "ada", 1, 0, 0));
    assertThat(network(DAY, all, Audience.of(Chat.in("ops").channel())).links()).isEmpty();
    assertThat(network(DAY, Set.of(Chat.in("ops").channel()), adas).links()).isEmpty();
  }

  @Test
  void countsAReplyWhenSomebodyFirstWroteInTheConversation() {
    acme.thread("ops", 0, "ada: how do I restart it?", "bob: with the script", "cleo: or not");
    everybodyIsThere();
    var first = new TimeSpan(Chat.minute(0), Chat.minute(2));
    var rest = new TimeSpan(Chat.minute(2), Chat.minute(900));
    var networks = networks();
    var all = acme.directory.everybody();

    assertThat(networks.of(first, all)).isEmpty();
    assertThat(networks.of(rest, all).orElseThrow().links())
        .containsExactly(link("cleo", "ada", 1, 0, 0));
    assertThat(networks.of(new TimeSpan(Instant.MIN, Instant.MAX), all).orElseThrow().links())
        .hasSize(2);
  }

  @Test
  void givesWhatWasReadWhileALargeWorkspaceIsReadAnewBeside() {
    var beside = new ArrayDeque<Runnable>();
    var chronicles =
        new Chronicles(
            acme.archive,
            acme.directory,
            acme.preferences,
            _ -> {
              acme.clock.advance(Duration.ofSeconds(1));
              return false;
            },
            CommunityRules.DEFAULT,
            beside::add,
            acme.clock);
    acme.thread("ops", 0, "ada: one", "ada: two");
    var first = chronicles.latest();
    assertThat(first.took()).isEqualTo(Duration.ofSeconds(1));
    acme.thread("ops", 10, "bob: three", "bob: four");

    acme.clock.advance(Duration.ofSeconds(59));
    assertThat(chronicles.latest()).isSameAs(first);
    assertThat(beside).isEmpty();

    acme.clock.advance(Duration.ofSeconds(2));
    assertThat(chronicles.latest()).isSameAs(first);
    assertThat(chronicles.latest()).isSameAs(first);
    assertThat(beside).hasSize(1);

    beside.remove().run();
    assertThat(chronicles.latest().people()).hasSize(2);
  }

  @Test
  void isReadAnewWhenItIsOld() {
    everybodyIsThere();
    var networks = networks();
    assertThat(networks.of(DAY, acme.directory.everybody()).orElseThrow().links()).isEmpty();

    acme.thread("ops", 0, "ada: @bob look");
    assertThat(networks.of(DAY, acme.directory.everybody()).orElseThrow().links()).isEmpty();

    acme.clock.advance(Duration.ofMinutes(11));
    assertThat(networks.of(DAY, acme.directory.everybody()).orElseThrow().links()).hasSize(1);
  }
}
