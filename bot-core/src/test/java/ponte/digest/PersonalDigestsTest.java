package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.Command.Scope;
import ponte.consent.Preference;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Item;
import ponte.digest.DigestOutcome.Because;
import ponte.nlp.Language;
import ponte.reply.Block;

class PersonalDigestsTest {

  private static final Command.Digest MINE =
      new Command.Digest(new Scope.Mine(), new Period.Usual(), false);

  private final Room room = new Room();

  @Test
  void putsTheBestLinesOfAllChannelsTogetherAndSaysWhereEachWasSaid() {
    room.withSmallTalk(room.dev, 600).withSmallTalk(room.board, 600);
    room.with(
        room.dev.says(700, "ada", "How do we rotate the Kafka certificates before they expire?"),
        room.dev.replies(
            701, 700, "bob", "The rotation script in the tools repository renews them."),
        room.dev.replies(702, 700, "eve", "And it needs a restart of every broker afterwards."));
    room.with(
        room.board.says(710, "carla", "Which budget do we give to the new warehouse in spring?"),
        room.board.replies(
            711, 710, "dan", "The finance team proposes forty thousand for the warehouse."));

    var digest = written(room.outcome(of("dev-backend", "direzione"), room.memberOfBoard()));

    assertThat(digest.channels()).hasSize(2);
    assertThat(digest.messages()).isEqualTo(25);
    assertThat(digest.items().stream().map(Item::source).map(id -> id.channel()).distinct())
        .containsExactlyInAnyOrder(room.dev.channel(), room.board.channel());
    var text = words(new DigestOutcome.Written(digest));
    assertThat(text).contains("#dev-backend and #direzione").contains("Kafka certificates");
  }

  @Test
  void tellsNothingOfAChannelThatTheAskerMayNotOpenAndNotThatItIsThere() {
    room.withSmallTalk(room.dev, 600).withSmallTalk(room.board, 600);
    var outsider =
        new Asker(
            Chat.person("ada"),
            new Audience(Set.of(room.dev.channel())),
            Language.ENGLISH,
            Room.ZONE);

    var hidden = room.outcome(of("dev-backend", "direzione"), outsider);

    assertThat(hidden).isEqualTo(new DigestOutcome.NoSuchChannels(List.of("direzione"), List.of()));
    assertThat(room.outcome(of("dev-backend", "direzioni"), outsider))
        .isEqualTo(new DigestOutcome.NoSuchChannels(List.of("direzioni"), List.of()));
  }

  @Test
  void showsNobodyWhatWasSaidInAPrivateChannelTheyAreNotIn() {
    room.withSmallTalk(room.dev, 600);
    room.with(
        room.board.says(700, "carla", "Which budget do we give to the secret warehouse in spring?"),
        room.board.replies(701, 700, "dan", "The finance team proposes forty thousand for it."));

    var outsider =
        new Asker(
            Chat.person("ada"),
            new Audience(Set.of(room.dev.channel())),
            Language.ENGLISH,
            Room.ZONE);

    assertThat(words(room.outcome(MINE, outsider))).doesNotContain("warehouse", "direzione");
    assertThat(words(room.outcome(MINE, room.memberOfBoard()))).contains("warehouse", "direzione");
  }

  @Test
  void leavesOutWhatSomebodyAnsweredAndKeepsWhatCameAfter() {
    room.with(
        room.dev.says(100, "bob", "Which version of Postgres do we install on the new servers?"),
        room.dev.replies(101, 100, "ada", "Version sixteen has everything that our reports need."),
        room.dev.says(
            200, "bob", "Who changes the passwords of the shared mail account this month?"),
        room.dev.replies(201, 200, "ada", "I can change them on Friday after the release is done."),
        room.dev.replies(
            202, 200, "eve", "The mail account needs a second owner for the passwords."));

    var text = words(room.outcome(sinceMonday(), ada()));

    assertThat(text).contains("second owner").doesNotContain("Postgres");
  }

  @Test
  void putsFirstWhatNamesTheReaderAndSaysWhy() {
    room.with(
        room.dev.says(100, "bob", "Which printer on the second floor prints large posters?"),
        room.dev.replies(101, 100, "eve", "The grey printer next to the kitchen prints posters."),
        room.dev.replies(102, 100, "zoe", "It also prints on thick paper when you ask it nicely."),
        naming(
            "ada",
            room.dev.says(200, "bob", "Who signs the invoices of March for the tax office?")),
        room.dev.replies(201, 200, "eve", "The invoices are in the shared folder of the office."));

    var outcome = room.outcome(sinceMonday(), ada());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            DigestOutcome.Missed.class,
            missed ->
                assertThat(missed.forYou().getFirst().because())
                    .isEqualTo(new Because.MentionsYou()));
  }

  @Test
  void givesNoReasonByTheWordsOfWhoOptedOut() {
    room.with(
        room.dev.says(200, "bob", "Who signs the invoices of March for the tax office?"),
        room.dev.replies(201, 200, "eve", "The invoices are in the shared folder of the office."),
        naming("ada", room.dev.replies(202, 200, "zoe", "The folder needs another signature.")),
        room.dev.replies(203, 200, "carla", "The director signs the invoices on Fridays."));
    assertThat(because(room.outcome(sinceMonday(), ada()))).contains(new Because.MentionsYou());

    room.preferences.change(Chat.person("zoe"), old -> old.with(Preference.Standing.OUT));

    assertThat(because(room.outcome(sinceMonday(), ada())))
        .doesNotContain(new Because.MentionsYou());
  }

  /** Bob, who asks it, talks with the reader. */
  @Test
  void tellsAnOpenQuestionThatIsForTheReaderOnce() {
    var question = "How do we rotate the certificates of the payment gateway before they expire?";
    room.with(
        room.dev.says(100, "bob", "Which version of Postgres do we install on the new servers?"),
        room.dev.replies(101, 100, "ada", "Version sixteen has everything that our reports need."),
        room.dev.says(3000, "bob", question));

    var outcome = room.outcome(sinceMonday(), ada());

    assertThat(because(outcome)).containsExactly(new Because.Colleague(Chat.person("bob")));
    assertThat(words(outcome).split("rotate the certificates", -1)).hasSize(2);
    assertThat(words(outcome)).contains("Open questions: no reply seen");
  }

  private static List<Because> because(DigestOutcome outcome) {
    return switch (outcome) {
      case DigestOutcome.Missed missed ->
          missed.forYou().stream().map(DigestOutcome.ForYou::because).toList();
      default -> List.of();
    };
  }

  @Test
  void beginsWhereTheReaderLastWroteButADayAgoAtLeastAndAWeekAtMost() {
    room.after(Duration.ofDays(9));
    var now = room.clock.instant();
    room.with(room.dev.says(100, "bob", "Which printer on the second floor prints large posters?"));

    assertThat(start(room.outcome(MINE, ada()))).isEqualTo(DigestOutcome.Start.LONGEST);

    var minutes = Duration.between(Chat.START, now).toMinutes();
    room.with(room.dev.says(minutes - 3 * 1440, "ada", "Good morning everybody in this room"));
    assertThat(start(room.outcome(MINE, ada()))).isEqualTo(DigestOutcome.Start.LAST_WRITTEN);

    room.with(room.dev.says(minutes - 10, "ada", "Good morning again to all of you"));
    assertThat(start(room.outcome(MINE, ada()))).isEqualTo(DigestOutcome.Start.SHORTEST);
  }

  @Test
  void asksWhoeverIsNotKnownWhoTheyAre() {
    assertThat(room.outcome(MINE, room.everybody())).isEqualTo(new DigestOutcome.WhoAreYou());
  }

  private static Message naming(String name, Message message) {
    var spans = new ArrayList<>(message.text().spans());
    spans.add(new Span.Mention(Chat.person(name)));
    return new Message(
        message.id(),
        message.author(),
        message.kind(),
        message.at(),
        message.thread(),
        new RichText(spans),
        message.files(),
        message.reactions(),
        message.version());
  }

  private static DigestOutcome.Start start(DigestOutcome outcome) {
    return switch (outcome) {
      case DigestOutcome.Missed(_, var start, _) -> start;
      case DigestOutcome.NothingMissed(_, var start) -> start;
      default -> throw new AssertionError(outcome);
    };
  }

  private Asker ada() {
    return new Asker(
        Chat.person("ada"), new Audience(Set.of(room.dev.channel())), Language.ENGLISH, Room.ZONE);
  }

  private static Command.Digest sinceMonday() {
    return new Command.Digest(new Scope.Mine(), new Period.LastDays(7), false);
  }

  private static Command.Digest of(String... channels) {
    return new Command.Digest(new Scope.Named(List.of(channels)), new Period.Usual(), false);
  }

  private static Digest written(DigestOutcome outcome) {
    return ((DigestOutcome.Written) outcome).digest();
  }

  private static String words(DigestOutcome outcome) {
    return new DigestReplies(Language.ENGLISH, Room.ZONE)
        .of(outcome).blocks().stream().map(Block::toString).reduce("", String::concat);
  }
}
