package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.Message.Kind;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;

/** Every kind of message that exports hold; each file is one. */
class PayloadsTest {

  private static final WorkspaceId TEAM = new WorkspaceId("T0BBTKD4ASF");
  private static final ChannelId GENERAL = new ChannelId(TEAM, "C061GEN");
  private static final MessageId FIRST = new MessageId(GENERAL, "1433558696.000004");
  private static final PersonId JAVIER = new PersonId(TEAM, "U061A3E0G");
  private static final PersonId NEERAJ = new PersonId(TEAM, "U061A5N1G");
  private static final PersonId MICAH = new PersonId(TEAM, "U061A1R2R");

  @TempDir private Path folder = Path.of("");

  private record Read(List<Talk> events, List<Person> people, long messages) {

    Message message() {
      assertThat(events).hasSize(1);
      return ((Talk.Posted) events.getFirst()).content();
    }

    Person person(String id) {
      return people.stream().filter(p -> p.id().value().equals(id)).findFirst().orElseThrow();
    }
  }

  private Read read(String... payloads) throws IOException {
    var messages = new String[payloads.length];
    for (int i = 0; i < payloads.length; i++) {
      messages[i] = Exports.payload(payloads[i]);
    }
    Exports.folder(folder, Exports.of(messages));
    try (var export = SlackExport.open(folder, Limits.DEFAULT)) {
      return new Read(Exports.events(export), export.people(), export.messages());
    }
  }

  @Test
  void readsAMessageOfAPerson() throws IOException {
    var message = read("message").message();

    assertThat(message)
        .isEqualTo(
            new Message(
                FIRST,
                JAVIER,
                Kind.TALK,
                Instant.parse("2015-06-06T02:44:56.000004Z"),
                null,
                RichText.of(
                    new Span.Mention(NEERAJ),
                    new Span.Plain(" hello "),
                    new Span.Styled(Style.BOLD, List.of(new Span.Plain("how"))),
                    new Span.Plain(" are you "),
                    new Span.Emoji("wave")),
                List.of(),
                List.of(),
                Instant.parse("2015-06-06T02:44:56.000004Z")));
  }

  @Test
  void givesAnEventTheNameOfItsMessageAndVersion() throws IOException {
    assertThat(read("edited").events().getFirst().id())
        .hasToString("export:T0BBTKD4ASF/C061GEN/1433558696.000004:2015-06-06T02:45:50Z");
  }

  @Test
  void takesWhatSomebodyDoesAsTheirWords() throws IOException {
    var message = read("me_message").message();

    assertThat(message.kind()).isEqualTo(Kind.TALK);
    assertThat(message.text()).isEqualTo(RichText.plain("is doing that thing"));
  }

  @Test
  void keepsThreadsTogether() throws IOException {
    var events = read("thread_root", "thread_reply").events();

    assertThat(events)
        .extracting(event -> ((Talk.Posted) event).content().thread())
        .containsExactly(null, FIRST);
  }

  @Test
  void readsABroadcastReplyOnceAndWithoutTheRootItQuotes() throws IOException {
    var message = read("thread_broadcast").message();

    assertThat(message.thread()).isEqualTo(FIRST);
    assertThat(message.kind()).isEqualTo(Kind.TALK);
    assertThat(message.text()).isEqualTo(RichText.plain("Done for all"));
  }

  @Test
  void leavesOutADeletedRootAndKeepsItsReplies() throws IOException {
    var read = read("tombstone", "thread_reply");

    assertThat(read.message().thread()).isEqualTo(FIRST);
    assertThat(read.messages()).isEqualTo(1);
  }

  @Test
  void datesAVersionByItsLastEdit() throws IOException {
    var message = read("edited").message();

    assertThat(message.edited()).isTrue();
    assertThat(message.version()).isEqualTo(Instant.parse("2015-06-06T02:45:50Z"));
  }

  @Test
  void countsReactionsOfAllSkinTonesAsOne() throws IOException {
    assertThat(read("reactions").message().reactions())
        .containsExactly(
            new Message.Reaction("+1", Set.of(JAVIER, NEERAJ, MICAH)),
            new Message.Reaction("white_check_mark", Set.of(NEERAJ)));
  }

  @Test
  void readsWhatAWebhookSaysInItsAttachments() throws IOException {
    var read = read("bot_message_webhook");

    assertThat(read.message().kind()).isEqualTo(Kind.BOT);
    assertThat(read.message().author()).isEqualTo(new PersonId(TEAM, "BB12033"));
    assertThat(read.person("BB12033").standing()).isEqualTo(Standing.BOT);
    assertThat(read.person("BB12033").name()).isEqualTo("github");
    assertThat(read.message().text().searchable())
        .isEqualTo("site 1 commit pushed\n3c1f Fix the build");
  }

  @Test
  void readsTheFallbackOfAnAttachmentThatHasNothingElse() throws IOException {
    var read = read("bot_message_fallback");

    assertThat(read.message().author().value()).isEqualTo("name:jenkins");
    assertThat(read.person("name:jenkins").name()).isEqualTo("jenkins");
    assertThat(read.message().text()).isEqualTo(RichText.plain("Build 12 & tests passed"));
  }

  @Test
  void readsTheBlocksOfAProgram() throws IOException {
    assertThat(read("bot_message_blocks").message().text())
        .isEqualTo(
            RichText.of(
                new Span.Plain("Deploy *done*\n"),
                new Span.Styled(Style.BOLD, List.of(new Span.Plain("Service"))),
                new Span.Plain(": payments\nby "),
                new Span.Mention(JAVIER),
                new Span.Plain("\ntook 3 min")));
  }

  @Test
  void knowsAProgramByItsAccount() throws IOException {
    var read = read("bot_user");

    assertThat(read.message().kind()).isEqualTo(Kind.BOT);
    assertThat(read.message().author().value()).isEqualTo("U0BC02DEDAN");
    assertThat(read.person("U0BC02DEDAN").name()).isEqualTo("forge-bot-v2");
    assertThat(read.person("U0BC02DEDAN").standing()).isEqualTo(Standing.BOT);
  }

  @Test
  void findsTheAccountOfAProgramInTheListOfPeople() throws IOException {
    assertThat(read("bot_id_of_listed_account").message().author().value()).isEqualTo("U0BOT");
  }

  @Test
  void leavesOutPreviewsOfWhatAProgramLinksTo() throws IOException {
    assertThat(read("bot_unfurl").message().text().searchable())
        .isEqualTo("see https://example.org/x");
  }

  @Test
  void takesSlackbotAsAProgram() throws IOException {
    var read = read("slackbot");

    assertThat(read.message().kind()).isEqualTo(Kind.BOT);
    assertThat(read.person("USLACKBOT").name()).isEqualTo("Slackbot");
  }

  @Test
  void namesTheFilesThatAreStillThere() throws IOException {
    var message = read("file_share").message();

    assertThat(message.kind()).isEqualTo(Kind.TALK);
    assertThat(message.files()).containsExactly("plan.pdf", "Untitled photo");
    assertThat(message.text()).isEqualTo(RichText.plain("the plan"));
  }

  @Test
  void takesThePersonsWordsOutOfSlacksSentenceAboutAFile() throws IOException {
    var message = read("file_share_2015").message();

    assertThat(message.files()).containsExactly("7.png");
    assertThat(message.text()).isEqualTo(RichText.plain("look at the peak"));
  }

  @Test
  void givesACommentOnAFileToWhoeverWroteIt() throws IOException {
    var message = read("file_comment").message();

    assertThat(message.author()).isEqualTo(NEERAJ);
    assertThat(message.kind()).isEqualTo(Kind.TALK);
    assertThat(message.text().searchable()).isEqualTo("Thanks for flagging this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link_unfurl", "shared_message"})
  void leavesOutWhatSlackOrOthersWrote(String payload) throws IOException {
    assertThat(read(payload).message().text().searchable())
        .isIn("read https://example.org/kafka", "fyi");
  }

  @Test
  void readsTheBlocksOfAPersonWhereThereIsNoText() throws IOException {
    assertThat(read("blocks_only").message().text())
        .isEqualTo(
            RichText.of(
                new Span.Plain("Plan for "),
                new Span.Mention(NEERAJ),
                new Span.Plain(" in "),
                new Span.ChannelLink(GENERAL, "general"),
                new Span.Plain(" "),
                new Span.Broadcast("here"),
                new Span.Plain(" "),
                new Span.Broadcast("S0ITALY"),
                new Span.Plain(": "),
                new Span.Code("a < b"),
                new Span.Plain(" due 2024-07-11#fff\n1. "),
                new Span.Styled(
                    Style.BOLD,
                    List.of(new Span.Styled(Style.ITALIC, List.of(new Span.Plain("one"))))),
                new Span.Plain("\n2. "),
                new Span.Link("https://example.org", "two"),
                new Span.Plain("\n    • "),
                new Span.Styled(Style.STRIKE, List.of(new Span.Plain("deep"))),
                new Span.CodeBlock("x < y\nhttps://example.org/z"),
                new Span.Quote(List.of(new Span.Plain("she said "), new Span.Emoji("tada")))));
  }

  @Test
  void readsAChangeAsAnEdit() throws IOException {
    var read = read("message_changed");

    assertThat(read.events()).hasSize(1);
    assertThat(read.events().getFirst())
        .isInstanceOfSatisfying(
            Talk.Edited.class,
            edited -> {
              assertThat(edited.message()).isEqualTo(FIRST);
              assertThat(edited.content().text()).isEqualTo(RichText.plain("corrected"));
            });
    assertThat(read.messages()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"message_deleted", "message_changed_to_tombstone"})
  void readsADeletion(String payload) throws IOException {
    assertThat(read(payload).events())
        .containsExactly(
            new Event.Talk.Deleted(
                new ponte.conversation.EventId("export:" + FIRST + ":2015-06-06T02:45:55.000001Z"),
                FIRST,
                Instant.parse("2015-06-06T02:45:55.000001Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ephemeral", "message_replied", "tombstone"})
  void leavesOutWhatNobodySees(String payload) throws IOException {
    var read = read(payload);

    assertThat(read.events()).isEmpty();
    assertThat(read.messages()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bot_add",
        "bot_remove",
        "channel_archive",
        "channel_convert_to_private",
        "channel_join",
        "channel_leave",
        "channel_name",
        "channel_purpose",
        "channel_topic",
        "channel_unarchive",
        "group_join",
        "huddle_thread",
        "pinned_item",
        "reminder_add",
        "sh_room_created",
        "tabbed_canvas_updated"
      })
  void takesWhatSlackTellsAsANotice(String payload) throws IOException {
    var read = read(payload);

    assertThat(read.message().kind()).isEqualTo(Kind.NOTICE);
    assertThat(read.messages()).isEqualTo(1);
  }

  @Test
  void takesWhatAClientSentAsWordsWhateverItIsCalled() throws IOException {
    assertThat(read("new_subtype_that_a_client_sent").message().kind()).isEqualTo(Kind.TALK);
  }

  @Test
  void meetsPeopleOfOtherWorkspacesByTheirMessages() throws IOException {
    var olga = read("connect").person("U0OUTSIDE");

    assertThat(olga.name()).isEqualTo("olga");
    assertThat(olga.handle()).isEqualTo("olga.p");
    assertThat(olga.standing()).isEqualTo(Standing.GUEST);
  }

  @Test
  void takesWhoeverIsNotListedAnyMoreAsGone() throws IOException {
    var gone = read("unlisted").person("U0GONE");

    assertThat(gone.name()).isEqualTo("U0GONE");
    assertThat(gone.standing()).isEqualTo(Standing.LEFT);
  }

  @Test
  void keepsTheWordsOfThoseWhoLeft() throws IOException {
    var read = read("deleted_user");

    assertThat(read.message().author()).isEqualTo(MICAH);
    assertThat(read.person("U061A1R2R").standing()).isEqualTo(Standing.LEFT);
  }
}
