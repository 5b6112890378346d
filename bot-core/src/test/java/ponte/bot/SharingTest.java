package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Share;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;

/** Giving an answer got in private to the channel where it was asked for. */
class SharingTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();
  private static final double DAY = 24 * 60;

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @BeforeEach
  void bobKnowsAboutKafkaInPublicAndKimAboutTheMergerInPrivate() {
    team.acme.thread("random", 1, "eve: kafka offsets lost?", "bob: reset the kafka offsets");
    team.acme.thread("random", DAY, "ada: kafka offsets?", "bob: the kafka offsets are in the log");
    team.acme.thread("board", 1, "ada: merger papers?", "kim: the merger papers are signed");
    team.acme.thread("board", DAY, "bob: merger?", "kim: the merger papers are with me");
  }

  @Test
  void postsTheAnswerInTheNameOfWhoSharesItOnce() {
    var answer = team.says("ada", "who knows about kafka offsets?", RANDOM);
    var share = Team.button(answer, Share.class);

    var done = team.presses("ada", share);
    var again = team.presses("ada", share);

    assertThat(Team.words(done)).contains("Shared in #random");
    assertThat(Team.words(again)).contains("shared in #random already");
    assertThat(team.posted(RANDOM))
        .singleElement()
        .satisfies(
            post ->
                assertThat(Team.words(post.reply())).contains("@ada shares", "bob", "Answered"));
  }

  @Test
  void offersNoButtonWhereItWasAskedBetweenTheTwo() {
    assertThat(Team.commands(team.says("ada", "who knows about kafka offsets?")))
        .noneMatch(Share.class::isInstance);
  }

  @Test
  void offersToShareADigestOnlyInItsChannel() {
    team.talks("dev");

    assertThat(Team.commands(team.says("ada", "digest #dev", RANDOM)))
        .noneMatch(Share.class::isInstance);
    var share = Team.button(team.says("ada", "digest #dev", Team.DEV), Share.class);
    team.presses("ada", share);
    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThatThrownBy(() -> Team.button(team.says("eve", "digest #dev", Team.DEV), Share.class))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void sharesInAPublicChannelNothingOfAPrivateOne() {
    var share =
        Team.button(team.says("ada", "who knows about merger papers?", RANDOM), Share.class);

    var refused = team.presses("ada", share);

    assertThat(Team.words(refused)).contains("In what everybody in #random may see");
    assertThat(team.posted(RANDOM)).isEmpty();
  }

  @Test
  void sharesInAPrivateChannelWhatItsMembersMaySee() {
    var answer = team.says("ada", "who knows about merger papers?", Team.BOARD);

    team.presses("ada", Team.button(answer, Share.class));

    assertThat(team.posted(Team.BOARD))
        .singleElement()
        .satisfies(post -> assertThat(Team.words(post.reply())).contains("kim"));
  }

  @Test
  void sharesWithAGuestOnlyWhatTheGuestMaySee() {
    team.acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("guest"),
                new Person(
                    Team.person("gus"),
                    "gus",
                    "gus",
                    "",
                    null,
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.GUEST),
                team.acme.clock.instant()),
            new Roster.Joined(
                new EventId("join"), Team.DEV, Team.person("gus"), team.acme.clock.instant())));

    var audience = team.acme.directory.audienceOf(Team.DEV);
    var share =
        Team.button(team.says("ada", "who knows about kafka offsets?", Team.DEV), Share.class);

    assertThat(audience.channels()).isEqualTo(Set.of(Team.DEV));
    assertThat(Team.words(team.presses("ada", share))).contains("everybody in #dev may see");
    assertThat(team.posted(Team.DEV)).isEmpty();
  }

  @Test
  void refusesWhatWasNotOffered() {
    var digest = new Command.Digest("dev", new Command.Period.Usual());
    var kafka = new Command.WhoKnows("kafka offsets");

    assertThat(Team.words(team.presses("ada", new Share("x", RANDOM, digest))))
        .contains("a digest is only for the channel it is of");
    assertThat(Team.words(team.presses("eve", new Share("x", Team.BOARD, kafka))))
        .contains("You cannot open that channel");
    team.acme.archived("random");
    assertThat(Team.words(team.presses("eve", new Share("x", RANDOM, kafka))))
        .contains("is archived");
    assertThat(team.posted(RANDOM)).isEmpty();
    assertThat(team.posted(Team.BOARD)).isEmpty();
  }
}
