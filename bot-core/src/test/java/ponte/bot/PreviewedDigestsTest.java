package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.CancelPost;
import ponte.command.Command.DropLine;
import ponte.command.Command.PostNow;
import ponte.command.Command.PreviewRest;
import ponte.command.Command.RestorePost;
import ponte.conversation.MessageId;
import ponte.digest.Digest;
import ponte.platform.Outgoing;
import ponte.reply.Reply;
import ponte.schedule.Previews;
import ponte.schedule.Schedules;

/** The owner of a schedule sees its posts before everybody does. */
class PreviewedDigestsTest {

  private static final Instant FIRST = Instant.parse("2026-03-23T13:00:00Z");

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @Test
  void showsTheFirstPostToItsOwnerAnHourBefore() {
    schedules();
    passesUntil(FIRST.minus(Duration.ofMinutes(90)));
    assertThat(team.written("ada")).isEmpty();

    passesUntil(FIRST.minus(Duration.ofHours(1)));

    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(
            preview ->
                assertThat(Team.words(preview.reply()))
                    .contains("before it is posted", "Kafka", "[Leave this out]", "[Post it now]"));
    assertThat(team.posted(Team.DEV)).isEmpty();
    passesUntil(FIRST);
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void showsOnlyTheFirstPost() {
    schedules();
    passesUntil(FIRST);
    passesUntil(FIRST.plus(Duration.ofHours(20)));
    team.talks("dev");

    passesUntil(FIRST.plus(Duration.ofHours(24)));

    assertThat(team.posted(Team.DEV)).hasSize(2);
    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void showsItOnTheDayBeforeWhereTheHourBeforeIsNight() {
    team.acme.clock.set(Instant.parse("2026-03-23T15:00:00Z"));
    team.talks("dev");
    confirms("digest #dev every day at 9:15");

    passesUntil(Instant.parse("2026-03-23T16:30:00Z"));
    assertThat(team.written("ada")).isEmpty();
    passesUntil(Instant.parse("2026-03-23T17:00:00Z"));

    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void showsItOnceThoughAReplicaDies() {
    schedules();
    team.acme.clock.set(FIRST.minus(Duration.ofHours(1)));
    var lost = team.queue.lease(Previews.TOPIC, 1, Duration.ofMinutes(2));
    assertThat(lost).hasSize(1);
    team.previewing(team.acme.ponte(team.queue)).handle(lost);

    passesUntil(FIRST);

    assertThat(team.written("ada")).hasSize(1);
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void leavesOutTheLinesThatItsOwnerDropped() {
    schedules();
    var preview = team.says("ada", "preview digest #dev");
    var drop = Team.button(preview, DropLine.class);
    team.acme.clock.advance(Duration.ofMinutes(15));
    team.talksOfSomethingElse("dev");
    var both = Team.commands(team.says("ada", "preview digest #dev"));
    var dropped = team.presses("ada", drop);

    assertThat(both).contains(drop);
    assertThat(Team.commands(dropped)).doesNotContain(drop);
    assertThat(Team.words(dropped)).contains("One line is left out");
    passesUntil(FIRST);
    assertThat(kept()).isNotEmpty().doesNotContain(drop.line().source());
  }

  @Test
  void postsNothingOfWhichNoLineIsLeft() {
    schedules();
    Reply preview = team.says("ada", "anteprima riassunto #dev");
    while (Team.commands(preview).stream().anyMatch(DropLine.class::isInstance)) {
      preview = team.presses("ada", Team.button(preview, DropLine.class));
    }
    assertThat(Team.words(preview)).contains("No line is left");

    passesUntil(FIRST.plus(Duration.ofHours(1)));

    assertThat(team.posted(Team.DEV)).isEmpty();
  }

  @Test
  void postsAllLinesThatWerePutBack() {
    schedules();
    var preview = team.says("ada", "preview digest #dev");
    var dropped = team.presses("ada", Team.button(preview, DropLine.class));

    var back = team.presses("ada", Team.button(dropped, RestorePost.class));

    assertThat(Team.words(back)).isEqualTo(Team.words(preview));
  }

  @Test
  void postsAtOnceAndNotAgainAtItsTime() {
    schedules();
    var preview = team.says("ada", "preview digest #dev");

    team.presses("ada", Team.button(preview, PostNow.class));
    team.presses("ada", Team.button(preview, PostNow.class));
    assertThat(team.posted(Team.DEV)).hasSize(1);
    team.ponte.planAhead();
    passesUntil(FIRST.plus(Duration.ofHours(3)));

    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(team.written("ada")).isEmpty();
  }

  /** By its own time, the queue knows nothing any more of what was handed over under its key. */
  @Test
  void postsOnceWhatWasPostedMoreThanAWeekBeforeItsTime() {
    confirms("digest #dev every monday at 11:00");
    team.at("2026-03-24T10:00:00Z");
    team.talks("dev");
    team.presses("ada", Team.button(team.says("ada", "preview digest #dev"), PostNow.class));
    team.at("2026-03-25T10:00:00Z");
    team.talks("dev");
    var second = Team.button(team.says("ada", "preview digest #dev"), PostNow.class);
    team.presses("ada", second);
    assertThat(team.posted(Team.DEV)).hasSize(2);

    team.passes(Duration.ofDays(10));
    team.presses("ada", second);
    team.passes(Duration.ofDays(4));

    var posts = team.posted(Team.DEV).stream().map(Outgoing::key).toList();
    assertThat(team.delivered.stream().filter(posts::contains)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "preview digest #dev, [Show the rest]",
    "anteprima riassunto #dev, [Mostra il resto]"
  })
  void showsItsOwnerEveryLineThatIsPosted(String words, String button) {
    if (words.startsWith("anteprima")) {
      team.says("ada", "parla italiano");
    }
    schedules();
    talksOfMuch();
    var preview = team.says("ada", words);
    assertThat(Team.words(preview)).contains(button);

    var rest = team.presses("ada", Team.button(preview, PreviewRest.class));

    var all = lines(rest);
    assertThat(all).containsAll(lines(preview)).hasSizeGreaterThan(lines(preview).size());
    assertThat(Team.words(rest)).doesNotContain(button);
    // Who leaves out a line of the rest goes on with the rest.
    var last = all.getLast();
    var without = team.presses("ada", last);
    assertThat(lines(without)).doesNotContain(last).hasSize(all.size() - 1);
    passesUntil(FIRST);
    var post = team.ponte.postedDigests().in(Team.DEV).getFirst().digest().whole();
    assertThat(post.items().stream().map(Digest.Item::source))
        .isNotEmpty()
        .doesNotContain(last.line().source())
        .isSubsetOf(all.stream().map(drop -> drop.line().source()).toList());
  }

  private static List<DropLine> lines(Reply reply) {
    return Team.commands(reply).stream()
        .filter(DropLine.class::isInstance)
        .map(DropLine.class::cast)
        .toList();
  }

  /** More than the main lines of a digest are. */
  private void talksOfMuch() {
    var start = Duration.between(Chat.START, FIRST.minus(Duration.ofHours(8))).toMinutes();
    var things =
        List.of(
            "printer",
            "scanner",
            "firewall",
            "billing service",
            "search index",
            "mail server",
            "phone system",
            "wiki",
            "build server",
            "coffee machine",
            "backup tape",
            "login page",
            "holiday calendar",
            "expense report");
    for (var thing : things) {
      team.acme.thread(
          "dev",
          start,
          "kim: how do we restart the " + thing + " of the Milan office after a power cut?",
          "bob: the " + thing + " is restarted with the red switch in the basement of the office",
          "ada: and the " + thing + " needs the new password from the safe of the office");
      start += 10;
    }
  }

  @Test
  void postsOnceThoughTheOneWhoPostedItAtOnceDied() {
    schedules();
    var now = Team.button(team.says("ada", "preview digest #dev"), PostNow.class);
    // Decided, and dead before anything was handed over.
    var asker = new Askers(team.acme.directory, team.ponte.preferences());
    team.ponte.bot().reply(asker.of(Team.person("ada"), null), now, "lost");
    assertThat(team.posted(Team.DEV)).isEmpty();

    passesUntil(FIRST.plus(Duration.ofHours(1)));

    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void postsNothingThatWasCancelledAndTheNextOneAsUsual() {
    schedules();
    var preview = team.says("ada", "preview digest #dev");
    var cancelled = team.presses("ada", Team.button(preview, CancelPost.class));
    assertThat(Team.words(cancelled)).contains("You cancelled").contains("[Post it after all]");

    passesUntil(FIRST.plus(Duration.ofHours(20)));
    assertThat(team.posted(Team.DEV)).isEmpty();
    team.talks("dev");
    passesUntil(FIRST.plus(Duration.ofHours(24)));

    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void decidesNothingAnyMoreOfWhatWasPosted() {
    schedules();
    var preview = team.says("ada", "preview digest #dev");
    team.acme.clock.set(FIRST);
    var due = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    team.timer(team.ponte).handle(due);

    for (var command :
        List.of(Team.button(preview, CancelPost.class), Team.button(preview, DropLine.class))) {
      assertThat(Team.words(team.presses("ada", command))).contains("was posted already");
    }

    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preview digest #dev",
        "show me a preview of the next digest of #dev",
        "anteprima riassunto #dev",
        "fammi vedere il prossimo riassunto di #dev"
      })
  void isShownToNobodyButItsOwner(String words) {
    schedules();

    var seen = team.says("bob", words);

    assertThat(Team.words(seen))
        .doesNotContain("Kafka")
        .containsAnyOf("nobody else", "nessun altro");
    assertThat(Team.commands(team.says("ada", words))).anyMatch(PostNow.class::isInstance);
  }

  @Test
  void tellsNothingOfAChannelThatTheAskerMayNotOpen() {
    confirms("digest #board every day at 14:00");

    assertThat(Team.words(team.says("eve", "preview digest #board")))
        .isEqualTo(
            Team.words(team.says("eve", "preview digest #wxyzwxyz")).replace("wxyzwxyz", "board"));
    assertThat(Team.words(team.presses("eve", new PostNow(Team.BOARD, FIRST))))
        .contains("You cannot open that channel.");
  }

  /** Every day at 14:00 in Rome, with something to tell for the first one. */
  private void schedules() {
    confirms("digest #dev every day at 14:00");
    team.acme.clock.set(FIRST.minus(Duration.ofHours(3)));
    team.talks("dev");
  }

  private void confirms(String wish) {
    team.presses("ada", Team.button(team.says("ada", wish), Command.ConfirmDigest.class));
  }

  private void passesUntil(Instant moment) {
    team.passes(Duration.between(team.acme.clock.instant(), moment));
  }

  private List<MessageId> kept() {
    return team.ponte.postedDigests().in(Team.DEV).getFirst().digest().items().stream()
        .map(item -> item.source())
        .toList();
  }
}
