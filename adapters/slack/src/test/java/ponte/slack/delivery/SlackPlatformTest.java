package ponte.slack.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.store.Document;
import ponte.store.InMemoryRecords;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

class SlackPlatformTest {

  private static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  private static final ChannelId GENERAL = new ChannelId(FakeSlack.ACME, "C0GENERAL");
  private static final ChannelId DIRECT = new ChannelId(FakeSlack.ACME, "D0ANNA");
  private static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");
  private static final PersonId BRUNO = new PersonId(FakeSlack.ACME, "U0BRUNO");
  private static final EventId REQUEST = new EventId("slack:command:1");

  private final TestClock clock = TestClock.at(NOW);
  private final FailingRecords records = new FailingRecords(new InMemoryRecords(clock));
  private final FakeSlack slack = new FakeSlack();
  private final ReplyRoutes routes = new ReplyRoutes(records, clock);
  private final Waiting waiting = new Waiting(slack.api(clock), routes, records, clock, _ -> {});
  private final SlackPlatform platform =
      new SlackPlatform(
          slack.api(clock),
          slack.installations(),
          new Directory(records),
          routes,
          waiting,
          records,
          clock);

  @AfterEach
  void stop() {
    slack.close();
  }

  /** A store whose writes fail when a test wants it, as if the process died before them. */
  private record FailingRecords(Records records, AtomicBoolean broken) implements Records {

    FailingRecords(Records records) {
      this(records, new AtomicBoolean());
    }

    @Override
    public Optional<Document> find(Key key) {
      return records.find(key);
    }

    @Override
    public List<Document> list(Partition partition, String after, int limit) {
      return records.list(partition, after, limit);
    }

    @Override
    public List<Document> between(Partition partition, TimeSpan span, int limit) {
      return records.between(partition, span, limit);
    }

    @Override
    public boolean write(Write write) {
      if (broken.get() && write.content().contains("\"posted\":true")) {
        throw new StoreUnavailableException("the process died", null);
      }
      return records.write(write);
    }

    @Override
    public boolean writeAll(List<Write> writes) {
      return records.writeAll(writes);
    }

    @Override
    public boolean remove(Key key, long expected) {
      return records.remove(key, expected);
    }

    @Override
    public void drop(Partition partition) {
      records.drop(partition);
    }
  }

  private static Reply reply(String... paragraphs) {
    return new Reply(
        Language.ENGLISH,
        Arrays.stream(paragraphs)
            .<Block>map(text -> new Block.Paragraph(RichText.plain(text)))
            .toList());
  }

  private static Destination.Answer answer(@Nullable ChannelId channel, @Nullable String thread) {
    return new Destination.Answer(
        REQUEST,
        ANNA,
        channel,
        thread == null || channel == null ? null : new MessageId(channel, thread));
  }

  private Delivery deliver(Destination to, String... paragraphs) {
    return platform.deliver(new Outgoing("key", to, reply(paragraphs)));
  }

  private void came(Container container, @Nullable ChannelId channel, @Nullable String message) {
    came(container, channel, message, slack.responseUrl());
  }

  private void came(
      Container container,
      @Nullable ChannelId channel,
      @Nullable String message,
      @Nullable URI address) {
    routes.keep(
        new ReplyRoutes.Route(REQUEST, ANNA, address, 0, channel, message, container, null));
  }

  @Test
  void servesTheWorkspacesWhereItIsInstalled() {
    var elsewhere = new ChannelId(new WorkspaceId("T0OTHER"), "C0GENERAL");

    assertThat(platform.serves(new Destination.InChannel(GENERAL))).isTrue();
    assertThat(platform.serves(new Destination.InChannel(elsewhere))).isFalse();
  }

  @Test
  void answersWhatWasAskedInSlackAndNotWhatWasAskedElsewhere() {
    var console = new EventId("console:1");

    assertThat(platform.serves(answer(GENERAL, null))).isTrue();
    assertThat(platform.serves(new Destination.Answer(console, ANNA, GENERAL, null))).isFalse();
  }

  @Test
  void postsInAChannelOnceHoweverOftenItIsTold() {
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call)
                  .containsEntry("channel", "C0GENERAL")
                  .containsEntry("text", "Hello")
                  .containsEntry("unfurl_links", "false")
                  .containsEntry("unfurl_media", "false")
                  .doesNotContainKey("thread_ts");
              assertThat(FakeSlack.json(call.getOrDefault("blocks", "")).size()).isEqualTo(1);
              assertThat(
                      FakeSlack.json(call.getOrDefault("metadata", ""))
                          .path("event_type")
                          .stringValue(""))
                  .isEqualTo("ponte_delivery");
            });
  }

  @Test
  void findsWhatWasPostedBeforeAProcessDied() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    records.broken().set(true);
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(StoreUnavailableException.class);
    records.broken().set(false);
    clock.advance(Duration.ofMinutes(3));
    slack.answersInTurn(
        Method.CONVERSATIONS_HISTORY,
        FakeSlack.payload("conversations.history"),
        historyWithOurs());

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY))
        .hasSize(2)
        .allSatisfy(
            call ->
                assertThat(call)
                    .containsEntry("include_all_metadata", "true")
                    .containsEntry("oldest", "1764579480.000000"))
        .last()
        .satisfies(call -> assertThat(call).containsKey("cursor"));
  }

  @Test
  void findsWhatWasPostedThoughItsAnswerWasLost() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CONVERSATIONS_HISTORY, historyWithOurs());

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void looksIntoTheThreadForWhatWasPostedThere() {
    var to = answer(null, null);
    var inThread =
        new Destination.Answer(
            to.request(), to.person(), null, new MessageId(DIRECT, "1764579500.000100"));
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(inThread, "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CONVERSATIONS_REPLIES, historyWithOurs());

    assertThat(deliver(inThread, "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("thread_ts", "1764579500.000100"));
    assertThat(slack.calls(Method.CONVERSATIONS_REPLIES).getFirst())
        .containsEntry("ts", "1764579500.000100");
  }

  @Test
  void waitsWithLookingAsLongAsSlackWants() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.limits(Method.CONVERSATIONS_HISTORY, 60);

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(60), "slack's rate limit"));

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void postsAgainWhereItMayNotLook() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.refuses(Method.CONVERSATIONS_HISTORY, "missing_scope");
    slack.answers(Method.CHAT_POST_MESSAGE);
    clock.advance(Duration.ofSeconds(1));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
  }

  @Test
  void waitsForTheWordThatItLooksToArriveBeforeTheAnswer() {
    came(Container.NONE, GENERAL, null);
    slack.responds(aResponse().withStatus(502));
    assertThatThrownBy(() -> waiting.show(asked(GENERAL), Language.ENGLISH))
        .isInstanceOf(PlatformUnavailableException.class);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isInstanceOf(Delivery.Later.class);
    clock.advance(Duration.ofSeconds(20));
    slack.responds(ok("ok"));

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());
  }

  @Test
  void postsAgainWhatIsNotThere() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CONVERSATIONS_HISTORY, "{\"ok\":true,\"messages\":[],\"has_more\":false}");
    clock.advance(Duration.ofSeconds(1));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(2);
  }

  /** Our message as history shows it: its metadata as it was posted. */
  private String historyWithOurs() {
    var metadata = slack.calls(Method.CHAT_POST_MESSAGE).getFirst().getOrDefault("metadata", "");
    return "{\"ok\":true,\"has_more\":false,\"messages\":[{\"type\":\"message\",\"text\":\"Hello\","
        + "\"ts\":\"1764579600.000100\",\"metadata\":"
        + metadata
        + "}]}";
  }

  @Test
  void waitsAsLongAsSlackWantsAndLooksForNothingAfterwards() {
    slack.limits(Method.CHAT_POST_MESSAGE, 7);
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(7), "slack's rate limit"));
    slack.answers(Method.CHAT_POST_MESSAGE);
    clock.advance(Duration.ofSeconds(7));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
  }

  @Test
  void tellsTheAdministratorWhatToDoAboutARefusal() {
    slack.refuses(Method.CHAT_POST_MESSAGE, "not_in_channel");

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible ->
                assertThat(impossible.reason())
                    .startsWith("not_in_channel: ")
                    .contains("/invite @ponte"));
  }

  @Test
  void writesToPeopleTogether() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    deliver(new Destination.Together(Set.of(BRUNO, ANNA)), "Hello");

    assertThat(slack.calls(Method.CONVERSATIONS_OPEN).getFirst())
        .containsEntry("users", "U0ANNA,U0BRUNO");
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void answersAMentionUnderItWhereOnlyTheAskerSeesIt() {
    slack.answers(Method.CHAT_POST_EPHEMERAL);

    deliver(answer(GENERAL, "1764579500.000100"), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL).getFirst())
        .containsEntry("channel", "C0GENERAL")
        .containsEntry("user", "U0ANNA")
        .containsEntry("thread_ts", "1764579500.000100");
  }

  @Test
  void answersACommandByTheAddressThatCameWithIt() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());
    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.responses())
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.path("response_type").stringValue("")).isEqualTo("ephemeral");
              assertThat(response.path("replace_original").booleanValue(true)).isFalse();
              assertThat(response.path("unfurl_links").booleanValue(true)).isFalse();
              assertThat(response.path("text").stringValue("")).isEqualTo("Hello");
            });
  }

  @Test
  void replacesTheMessageThatOnlyTheAskerSaw() {
    came(Container.EPHEMERAL, GENERAL, "1764579500.000100");
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses().getFirst().path("replace_original").booleanValue(false)).isTrue();
  }

  @Test
  void replacesNoMessageThatOthersSeeByAnAnswerForOne() {
    came(Container.MESSAGE, GENERAL, "1764579500.000100");
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses().getFirst().path("replace_original").booleanValue(true)).isFalse();
    assertThat(slack.calls(Method.CHAT_UPDATE)).isEmpty();
  }

  @Test
  void answersByNameWhenTheAddressIsClosed() {
    came(Container.NONE, GENERAL, null);
    slack.responds(aResponse().withStatus(404).withBody("expired_url"));
    slack.answers(Method.CHAT_POST_EPHEMERAL);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL)).hasSize(1);
  }

  @Test
  void answersBesideAChannelThatItIsNotIn() {
    slack.refuses(Method.CHAT_POST_EPHEMERAL, "not_in_channel");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void answersAPlainMessageBetweenTheTwoOfThem() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void replacesTheMessageBetweenTheTwoOfThemWhoseButtonWasPressed() {
    came(Container.MESSAGE, DIRECT, "1764579500.000100");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_UPDATE);

    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_UPDATE).getFirst())
        .containsEntry("channel", "D0ANNA")
        .containsEntry("ts", "1764579500.000100");
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void postsAnewWhatCannotBeReplaced() {
    came(Container.MESSAGE, DIRECT, "1764579500.000100");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.refuses(Method.CHAT_UPDATE, "message_not_found");
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(answer(null, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void goesOnWithALongReplyWhereItWasInterrupted() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var paragraphs = new String[40];
    Arrays.fill(paragraphs, "word ".repeat(100));
    var to = new Destination.InChannel(GENERAL);

    assertThat(deliver(to, paragraphs))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(1), "slack's rate limit"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(deliver(to, paragraphs)).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(2);
  }

  @Test
  void publishesTheHomePage() {
    slack.answers(Method.VIEWS_PUBLISH);

    assertThat(deliver(new Destination.Home(ANNA), "Yours")).isEqualTo(delivered());

    var call = slack.calls(Method.VIEWS_PUBLISH).getFirst();
    assertThat(call).containsEntry("user_id", "U0ANNA");
    assertThat(FakeSlack.json(call.getOrDefault("view", "")).path("type").stringValue(""))
        .isEqualTo("home");
  }

  @Test
  void sharesFilesWithTheAskerAlone() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_EPHEMERAL);
    slack.answers(
        Method.FILES_UPLOAD_URL,
        "{\"ok\":true,\"upload_url\":\"" + slack.url("/upload") + "\",\"file_id\":\"F1\"}");
    slack.takesFiles();
    slack.answers(Method.FILES_COMPLETE);
    var reply =
        new Reply(
            Language.ENGLISH, List.of(new Block.File("mine.json", "All about you", "{\"è\":1}")));

    assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, null), reply)))
        .isEqualTo(delivered());
    assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, null), reply)))
        .isEqualTo(delivered());

    assertThat(slack.calls(Method.FILES_UPLOAD_URL).getFirst())
        .containsEntry("filename", "mine.json")
        .containsEntry("length", "8");
    assertThat(slack.uploads()).containsExactly("{\"è\":1}");
    assertThat(slack.calls(Method.FILES_COMPLETE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("channel_id", "D0ANNA"));
  }

  @Test
  void saysThatItLooksAndPutsTheAnswerInThePlaceOfThat() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CHAT_UPDATE);

    waiting.show(asked(null), Language.ITALIAN);
    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("text", "Cerco…"));
    assertThat(slack.calls(Method.CHAT_UPDATE).getFirst()).containsEntry("text", "Hello");
  }

  @Test
  void saysToACommandThatItLooksAndReplacesThat() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    waiting.show(asked(GENERAL), Language.ENGLISH);
    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses())
        .extracting(response -> response.path("text").stringValue(""))
        .containsExactly("Looking…", "Hello");
    assertThat(slack.responses().getLast().path("replace_original").booleanValue(false)).isTrue();
  }

  @Test
  void saysNothingMoreOnceTheAnswerIsThere() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");
    waiting.show(asked(GENERAL), Language.ENGLISH);

    assertThat(slack.responses()).hasSize(1);
  }

  @Test
  void saysNothingUnderAMentionWhereItCouldNotBeReplaced() {
    waiting.show(asked(GENERAL), Language.ENGLISH);

    assertThat(slack.responses()).isEmpty();
    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL)).isEmpty();
  }

  private static Event.Request asked(@Nullable ChannelId channel) {
    return new Event.Request.Asked(
        REQUEST, ANNA, new Event.Place(channel, null, null), "who knows about kafka?", NOW);
  }

  @Test
  void opensFormsAndSaysWhenItCannot() {
    var form =
        new Form(
            "quiet-hours",
            "Quiet hours",
            List.of(
                new Form.Field(
                    "from", "From", "", Form.Kind.TIME, List.of("18:00"), List.of(), true)),
            "Save");
    var windows = new Windows(slack.api(clock));
    slack.answers(Method.VIEWS_OPEN);

    windows.open(FakeSlack.ACME, "12.34.ab", form, "notes");

    var call = slack.calls(Method.VIEWS_OPEN).getFirst();
    var view = FakeSlack.json(call.getOrDefault("view", ""));
    assertThat(call).containsEntry("trigger_id", "12.34.ab");
    assertThat(view.path("callback_id").stringValue("")).isEqualTo("quiet-hours");
    assertThat(view.path("private_metadata").stringValue("")).isEqualTo("notes");
    slack.refuses(Method.VIEWS_OPEN, "expired_trigger_id");
    assertThatThrownBy(() -> windows.open(FakeSlack.ACME, "12.34.ab", form, "notes"))
        .isInstanceOf(PlatformUnavailableException.class)
        .hasMessageContaining("expired_trigger_id");
  }

  @Test
  void pressesOfButtonsCarryTheirCommand() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var button = Button.primary("Help", new Command.Help());
    var reply = new Reply(Language.ENGLISH, List.of(new Block.Buttons(List.of(button))));

    platform.deliver(new Outgoing("key", new Destination.InChannel(GENERAL), reply));

    var blocks = slack.calls(Method.CHAT_POST_MESSAGE).getFirst().getOrDefault("blocks", "");
    assertThat(blocks).contains("{\\\"is\\\":\\\"Help\\\"}").contains("\"action_id\":\"ponte-1\"");
  }

  private static Delivery delivered() {
    return new Delivery.Delivered();
  }
}
