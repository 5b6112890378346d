package ponte.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.reply.Wild;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlockKitTest {

  private static final WorkspaceId ACME = new WorkspaceId("T0ACME");
  private static final PersonId ANNA = new PersonId(ACME, "U0ANNA");
  private static final ChannelId GENERAL = new ChannelId(ACME, "C0GENERAL");
  private static final MessageId MESSAGE = new MessageId(GENERAL, "1764493200.000500");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HOSTILE =
      "<!channel> @here <@U0BOSS> <https://evil.example|Slack> *bold* _it_ ~no~ `code` &lt;!here&gt;";

  private static final Pointers POINTERS =
      new Pointers() {
        @Override
        public String permalink(MessageId message) {
          return "https://acme.slack.com/archives/"
              + message.channel().value()
              + "/p"
              + message.value().replace(".", "");
        }

        @Override
        public Optional<String> name(PersonId person) {
          return person.equals(ANNA) ? Optional.of("Anna Neri") : Optional.empty();
        }

        @Override
        public String value(Command command) {
          return Codec.write(command);
        }
      };

  private final BlockKit blockKit = new BlockKit(POINTERS);

  private static RichText plain(String text) {
    return RichText.plain(text);
  }

  private static Reply reply(Block... blocks) {
    return new Reply(Language.ENGLISH, List.of(blocks));
  }

  private Drawn one(Eyes eyes, Block... blocks) {
    var drawn = blockKit.messages(reply(blocks), eyes);
    assertThat(drawn).hasSize(1);
    return drawn.getFirst();
  }

  private static String json(Object value) {
    return JSON.writeValueAsString(value);
  }

  @Test
  void keepsWithinSlacksLimitsWhateverIsSaid() {
    for (long seed = 0; seed < 250; seed++) {
      var reply = new Wild(seed, ANNA, GENERAL).reply();
      for (var eyes : Eyes.values()) {
        var messages = blockKit.messages(reply, eyes);
        assertThat(messages).as("seed %d", seed).hasSizeBetween(1, 5);
        messages.forEach(BlockKitLimits::hold);
      }
      BlockKitLimits.hold(blockKit.home(reply));
    }
  }

  @Test
  void drawsTheSameReplyTheSameWay() {
    var reply = new Wild(7, ANNA, GENERAL).reply();

    assertThat(blockKit.messages(reply, Eyes.ONE)).isEqualTo(blockKit.messages(reply, Eyes.ONE));
  }

  @Test
  void letsNoWordsBecomeMarkup() {
    var hostile = new Span.Plain(HOSTILE);
    var all =
        List.<Span>of(
            hostile,
            new Span.Code(HOSTILE),
            new Span.Link("https://example.com/?<!channel>|x", HOSTILE),
            new Span.Link("https://example.com/", HOSTILE),
            new Span.MessageLink(MESSAGE, HOSTILE),
            new Span.Broadcast("channel"),
            new Span.Emoji(HOSTILE),
            new Span.ChannelLink(new ChannelId(ACME, "made-up"), HOSTILE),
            new Span.Quote(List.of(hostile, new Span.Mention(new PersonId(ACME, "<!here>")))));
    var text = new RichText(all);
    var anna = person(HOSTILE);

    for (var eyes : Eyes.values()) {
      var drawn =
          one(
              eyes,
              new Block.Heading(HOSTILE),
              new Block.Paragraph(text),
              new Block.Note(text),
              new Block.Listing(HOSTILE, List.of(new Block.Item(List.of(text), text))),
              new Block.PersonCard(
                  anna,
                  List.of(text),
                  List.of(new Block.Item(List.of(text), text)),
                  List.of(Button.of(HOSTILE, new Command.Help()))));

      assertThat(drawn.text()).doesNotContain("<", "@here", "@channel", "*", "~", "`", " _");
      for (var mrkdwn : all(drawn, "mrkdwn")) {
        assertThat(mrkdwn.path("verbatim").booleanValue(false)).isTrue();
        var written = mrkdwn.path("text").stringValue("");
        assertThat(written.replaceAll("<https://[^<>|]+\\|[^<>|]*>", "LINK"))
            .contains("LINK")
            .doesNotContain("<", "@here", "@channel", "*", "~", "`", " _");
      }
      assertThat(all(drawn, "user"))
          .allMatch(user -> user.path("user_id").stringValue("").equals("U0ANNA"));
      assertThat(all(drawn, "broadcast")).isEmpty();
      assertThat(all(drawn, "usergroup")).isEmpty();
      assertThat(all(drawn, "emoji")).isEmpty();
      assertThat(all(drawn, "link"))
          .extracting(link -> link.path("url").stringValue(""))
          .containsOnly(
              "https://example.com/",
              "https://acme.slack.com/archives/C0GENERAL/p1764493200000500");
    }
  }

  private static List<JsonNode> all(Drawn drawn, String type) {
    return drawn.blocks().stream()
        .flatMap(block -> block.findParents("type").stream())
        .filter(node -> node.path("type").stringValue("").equals(type))
        .toList();
  }

  private static Person person(String title) {
    return new Person(
        ANNA, "Anna Neri", "anna", title, null, ZoneOffset.UTC, null, Person.Standing.ACTIVE);
  }

  @Test
  void writesQuotedTextAsSlackShowsIt() {
    var text =
        RichText.of(
            new Span.Plain("see "),
            new Span.ChannelLink(GENERAL, "general"),
            new Span.Plain(" "),
            new Span.Styled(Style.BOLD, List.of(new Span.Plain("now"))),
            new Span.CodeBlock("int x;"),
            new Span.Quote(List.of(new Span.Emoji("tada"), new Span.Plain(" done"))),
            new Span.Code("y"));

    assertThat(json(one(Eyes.ONE, new Block.Paragraph(text)).blocks().getFirst()))
        .isEqualTo(
            json(
                JSON.readTree(
                    """
                    {"type":"rich_text","elements":[
                      {"type":"rich_text_section","elements":[
                        {"type":"text","text":"see "},
                        {"type":"channel","channel_id":"C0GENERAL"},
                        {"type":"text","text":" "},
                        {"type":"text","text":"now","style":{"bold":true}}]},
                      {"type":"rich_text_preformatted","elements":[
                        {"type":"text","text":"int x;"}]},
                      {"type":"rich_text_quote","elements":[
                        {"type":"emoji","name":"tada"},
                        {"type":"text","text":" done"}]},
                      {"type":"rich_text_section","elements":[
                        {"type":"text","text":"y","style":{"code":true}}]}]}
                    """)));
  }

  @Test
  void callsThoseWhoAreSpokenToAndOnlyNamesThoseWhoAreListed() {
    var mention = RichText.of(new Span.Mention(ANNA));
    var listing = new Block.Listing("", List.of(new Block.Item(List.of(mention), RichText.EMPTY)));

    assertThat(json(one(Eyes.MANY, new Block.Paragraph(mention)).blocks())).contains("user_id");
    assertThat(json(one(Eyes.MANY, listing).blocks()))
        .doesNotContain("user_id")
        .contains("@Anna Neri");
    assertThat(json(one(Eyes.ONE, listing).blocks())).contains("user_id");
  }

  @Test
  void readsInItsWordsAloneWhatTheBlocksShow() {
    var drawn =
        one(
            Eyes.ONE,
            new Block.Heading("Who knows about “kafka”"),
            new Block.PersonCard(
                person("Engineer"),
                List.of(plain("Knows this well.")),
                List.of(new Block.Item(List.of(plain("“use keys”")), plain("#general"))),
                List.of(Button.of("Introduce us", new Command.Help()))));

    assertThat(drawn.text())
        .isEqualTo(
            "Who knows about “kafka”\n@Anna Neri · Engineer\nKnows this well.\n“use keys”\n#general");
  }

  @Test
  void keepsTheLinkOfALineThatIsCut() {
    var line =
        RichText.of(new Span.Plain("word ".repeat(2000)), new Span.MessageLink(MESSAGE, "12 May"));
    var drawn =
        one(
            Eyes.ONE,
            new Block.Listing("", List.of(new Block.Item(List.of(line), RichText.EMPTY))));

    assertThat(json(drawn.blocks()))
        .contains("…", "https://acme.slack.com/archives/C0GENERAL/p1764493200000500");
  }

  @Test
  void losesNoWordOfAParagraphThatIsSplit() {
    var words = IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    var messages = blockKit.messages(reply(new Block.Paragraph(plain(words))), Eyes.ONE);

    var read =
        messages.stream()
            .flatMap(drawn -> all(drawn, "text").stream())
            .map(text -> text.path("text").stringValue(""))
            .collect(Collectors.joining());
    assertThat(messages).hasSizeGreaterThan(1);
    assertThat(read).isEqualTo(words);
  }

  @Test
  void saysInTheReadersLanguageThatThereIsMore() {
    var blocks = IntStream.range(0, 400).<Block>mapToObj(i -> new Block.Heading("h" + i)).toList();

    assertThat(
            json(
                blockKit
                    .messages(new Reply(Language.ITALIAN, blocks), Eyes.ONE)
                    .getLast()
                    .blocks()))
        .contains("C'è più di quanto entri qui");
    assertThat(json(blockKit.home(new Reply(Language.ENGLISH, blocks))))
        .contains("There is more than fits here");
  }

  @Test
  void neverLeavesACardWithoutItsButtons() {
    var blocks =
        IntStream.range(0, 30)
            .<Block>mapToObj(
                _ ->
                    new Block.PersonCard(
                        person(""),
                        List.of(plain("Knows this well.")),
                        List.of(),
                        List.of(Button.of("Introduce us", new Command.Help()))))
            .toList();

    var messages = blockKit.messages(new Reply(Language.ENGLISH, blocks), Eyes.ONE);

    assertThat(messages).hasSize(2);
    assertThat(messages)
        .allSatisfy(
            drawn ->
                assertThat(drawn.blocks().getLast().path("type").stringValue(""))
                    .isEqualTo("actions"));
  }

  @Test
  void drawsAFormAsAWindow() {
    var form =
        new Form(
            "schedule-digest",
            "Schedule a digest of a channel",
            List.of(
                new Form.Field(
                    "channel", "Channel", "Its name", Form.Kind.TEXT, List.of(), List.of(), true),
                new Form.Field(
                    "days",
                    "Days",
                    "",
                    Form.Kind.CHOICES,
                    List.of("MONDAY"),
                    List.of(
                        new Form.Option("MONDAY", "Monday"), new Form.Option("FRIDAY", "Friday")),
                    true),
                new Form.Field(
                    "time", "Time", "", Form.Kind.TIME, List.of("09:00"), List.of(), false)),
            "Schedule");

    assertThat(json(BlockKit.modal(form)))
        .isEqualTo(
            json(
                JSON.readTree(
                    """
                    {"type":"modal","blocks":[
                      {"type":"input","block_id":"channel",
                       "label":{"type":"plain_text","text":"Channel","emoji":false},
                       "hint":{"type":"plain_text","text":"Its name","emoji":false},
                       "optional":false,
                       "element":{"type":"plain_text_input","multiline":false,"max_length":3000,"action_id":"value"}},
                      {"type":"input","block_id":"days",
                       "label":{"type":"plain_text","text":"Days","emoji":false},
                       "optional":false,
                       "element":{"type":"multi_static_select","options":[
                         {"value":"MONDAY","text":{"type":"plain_text","text":"Monday","emoji":false}},
                         {"value":"FRIDAY","text":{"type":"plain_text","text":"Friday","emoji":false}}],
                        "initial_options":[
                         {"value":"MONDAY","text":{"type":"plain_text","text":"Monday","emoji":false}}],
                        "action_id":"value"}},
                      {"type":"input","block_id":"time",
                       "label":{"type":"plain_text","text":"Time","emoji":false},
                       "optional":true,
                       "element":{"type":"timepicker","initial_time":"09:00","action_id":"value"}}],
                     "callback_id":"schedule-digest",
                     "title":{"type":"plain_text","text":"Schedule a digest of a…","emoji":false},
                     "submit":{"type":"plain_text","text":"Schedule","emoji":false}}
                    """)));
  }

  @Test
  void keepsFormsWithinSlacksLimits() {
    for (long seed = 0; seed < 500; seed++) {
      var view = BlockKit.modal(new Wild(seed, ANNA, GENERAL).form());
      assertThat(view.path("title").path("text").stringValue("")).hasSizeBetween(1, 24);
      assertThat(view.path("submit").path("text").stringValue("")).hasSizeBetween(1, 24);
      for (var input : view.path("blocks").values()) {
        assertThat(input.path("label").path("text").stringValue("")).hasSizeBetween(1, 2000);
        for (var option : input.path("element").path("options").values()) {
          assertThat(option.path("text").path("text").stringValue("")).hasSizeBetween(1, 75);
          assertThat(option.path("value").stringValue("")).hasSizeBetween(1, 150);
        }
      }
    }
  }
}
