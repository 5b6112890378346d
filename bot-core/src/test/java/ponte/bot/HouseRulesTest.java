package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static ponte.bot.House.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.HouseRules;
import ponte.consent.Participation;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.TimeSpan;
import ponte.directory.ChannelRules;
import ponte.expert.Workspace;

/** What an administrator sets about channels and about how long messages are kept. */
class HouseRulesTest {

  private static final double NOW = Duration.ofDays(100).toMinutes();
  private static final double YESTERDAY = NOW - Duration.ofDays(1).toMinutes();
  private static final ChannelRules NOT_DEV = ChannelRules.of(Set.of(), Set.of("dev"));

  private final Workspace acme = new Workspace().people("ada", "bob", "eve").open("dev", "random");
  private final Chat dev = Chat.in("dev");
  private final Chat random = Chat.in("random");

  HouseRulesTest() {
    for (var channel : List.of("dev", "random")) {
      for (var day = 1; day < 4; day++) {
        acme.thread(
            channel,
            Duration.ofDays(day).toMinutes(),
            "ada: who restarts the kafka broker?",
            "bob: restart the kafka broker with the script");
      }
      acme.thread(channel, YESTERDAY, "ada: is the kafka broker up?", "bob: the broker is up");
    }
  }

  private long messages(Chat chat) {
    var always = new TimeSpan(Instant.MIN, Instant.MAX);
    return acme.archive.read(chat.channel(), always, 1_000, Audience.of(chat.channel())).size();
  }

  private static List<Audit.Line> lines(House house, Deed deed) {
    return house.ponte.audit().page("", 1_000).lines().stream()
        .filter(line -> line.deed() == deed)
        .toList();
  }

  @Test
  void removesWhatIsTooOldAndSaysHowMuch() {
    var house = new House(acme, ChannelRules.ALL, keeping(Duration.ofDays(30), Map.of()));

    house.ponte.planAhead();
    house.works();

    assertThat(messages(dev)).isEqualTo(2);
    assertThat(messages(random)).isEqualTo(2);
    assertThat(lines(house, Deed.TOO_OLD_REMOVED))
        .extracting(Audit.Line::about, Audit.Line::count)
        .containsExactlyInAnyOrder(
            tuple(dev.channel().toString(), 6L), tuple(random.channel().toString(), 6L));
  }

  @Test
  void looksAgainEveryNight() {
    var house = new House(acme, ChannelRules.ALL, keeping(Duration.ofDays(30), Map.of()));
    house.ponte.planAhead();
    house.works();

    for (var day = 0; day < 31; day++) {
      acme.clock.advance(Duration.ofDays(1));
      house.works();
    }

    assertThat(messages(dev)).isZero();
    assertThat(house.queue.depth(Sweeps.TOPIC).waiting()).isEqualTo(1);
  }

  @Test
  void whoDiesInTheMiddleIsFollowedBySomebodyWhoFindsTheRest() {
    var house = new House(acme, ChannelRules.ALL, keeping(Duration.ofDays(30), Map.of()));
    house.ponte.planAhead();
    var dead = house.queue.lease(Sweeps.TOPIC, 10, Duration.ofMinutes(2));
    acme.archive.forget(dev.channel(), acme.clock.instant().minus(Duration.ofDays(30)), 3);

    house.works();
    assertThat(messages(random)).isEqualTo(8);
    acme.clock.advance(Duration.ofMinutes(3));
    house.works();

    assertThat(dead).hasSize(1);
    assertThat(messages(dev) + messages(random)).isEqualTo(4);
  }

  @Test
  void keepsAChannelLongerThanTheRest() {
    var rules = keeping(Duration.ofDays(30), Map.of("dev", Duration.ofDays(3_000)));
    var house = new House(acme, ChannelRules.ALL, rules);

    house.ponte.planAhead();
    house.works();

    assertThat(messages(dev)).isEqualTo(8);
    assertThat(messages(random)).isEqualTo(2);
  }

  @Test
  void namesNobodyForWhatIsKeptNoMore() {
    var before = new House(acme, ChannelRules.ALL, HouseRules.DEFAULT);
    assertThat(Team.words(before.says("eve", "who knows about kafka broker?"))).contains("bob");

    var house = before.under(ChannelRules.ALL, keeping(Duration.ofHours(30), Map.of()));
    house.ponte.planAhead();
    house.works();

    assertThat(Team.words(house.says("eve", "who knows about kafka broker restart?")))
        .doesNotContain("restart the kafka broker with the script");
  }

  @Test
  void takesInNothingThatIsTooOld() {
    var house = new House(acme, ChannelRules.ALL, keeping(Duration.ofDays(30), Map.of()));
    house.ponte.planAhead();
    house.works();

    house.hears(
        dev.posts(5, "ada", "read again from a history"), dev.posts(NOW - 5, "ada", "just said"));

    assertThat(messages(dev)).isEqualTo(3);
  }

  @Test
  void aChannelThatIsDeniedIsForNobodyAtOnceAndIsEmptied() {
    var before = new House(acme, ChannelRules.ALL, HouseRules.DEFAULT);
    assertThat(Team.words(before.says("eve", "digest #dev last 30 days"))).contains("dev");

    var house = before.under(NOT_DEV, HouseRules.DEFAULT);

    assertThat(Team.words(house.says("eve", "digest #dev last 30 days")))
        .contains("You can open no channel named #dev");
    house.ponte.planAhead();
    house.works();
    assertThat(messages(dev)).isZero();
    assertThat(messages(random)).isEqualTo(8);
    assertThat(lines(house, Deed.DENIED_REMOVED)).extracting(Audit.Line::count).containsExactly(8L);
    assertThat(lines(house, Deed.CHANNELS_CHANGED)).hasSize(1);
  }

  @Test
  void whatIsSaidInADeniedChannelNeverComesBack() {
    var house = new House(acme, NOT_DEV, HouseRules.DEFAULT);
    house.ponte.planAhead();
    house.works();

    house.hears(
        dev.posts(5, "ada", "read again from a history"),
        dev.posts(NOW - 5, "ada", "just said"),
        Chat.reacted(dev.id(5), NOW - 4, "bob", "+1"));

    assertThat(messages(dev)).isZero();
    assertThat(acme.archive.forget(dev.channel(), Instant.MAX, 10)).isEmpty();
  }

  @Test
  void aChannelThatIsRenamedIntoADeniedOneIsEmptied() {
    var house = new House(acme, ChannelRules.of(Set.of(), Set.of("hr-*")), HouseRules.DEFAULT);
    var renamed =
        new Roster.ChannelTurned(
            new EventId("renamed"),
            dev.channel(),
            new Channel.Trait.Named("hr-payroll"),
            acme.clock.instant());

    house.inbox.hear("roster", "renamed", List.of(renamed));
    house.works();

    assertThat(messages(dev)).isZero();
    assertThat(messages(random)).isEqualTo(8);
  }

  @Test
  void hearsOnlyInAllowedChannels() {
    var house = new House(acme, ChannelRules.of(Set.of("rand*"), Set.of()), HouseRules.DEFAULT);

    house.ponte.planAhead();
    house.works();

    assertThat(messages(dev)).isZero();
    assertThat(messages(random)).isEqualTo(8);
  }

  @Test
  void saysWhereItIsAskedThatItDoesNotHearThere() {
    var house = new House(acme, NOT_DEV, HouseRules.DEFAULT);

    assertThat(Team.words(house.says("eve", "help", dev.channel())))
        .contains("An administrator has excluded this channel");
    assertThat(Team.words(house.says("eve", "help", random.channel())))
        .doesNotContain("An administrator has excluded");
  }

  @Test
  void namesNobodyWhoIsNeverToBeNamed() {
    var before = new House(acme, ChannelRules.ALL, HouseRules.DEFAULT);
    assertThat(Team.words(before.says("eve", "who knows about kafka broker?"))).contains("bob");
    acme.closed("board", "bob");
    var rules =
        new HouseRules(
            new Participation(false, Set.of("#board")),
            HouseRules.DEFAULT.retention(),
            HouseRules.DEFAULT.audit(),
            HouseRules.DEFAULT.limits());

    var house = before.under(ChannelRules.ALL, rules);
    house.says("bob", "opt in");

    assertThat(Team.words(house.says("eve", "who knows about kafka broker?")))
        .doesNotContain("bob");
    assertThat(Team.words(house.says("bob", "my data")))
        .contains("An administrator has decided that you are never named");
  }
}
