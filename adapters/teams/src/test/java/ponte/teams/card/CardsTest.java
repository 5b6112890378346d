package ponte.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.node.ObjectNode;

class CardsTest {

  private static final WorkspaceId ACME = new WorkspaceId("72f988bf-86f1-41af-91ab-2d7cd011db47");
  private static final PersonId ANNA = new PersonId(ACME, "8b1b3a0c-1111-4f2d-9c3e-0a1b2c3d4e5f");
  private static final PersonId OTHER_ANNA =
      new PersonId(ACME, "8b1b3a0c-2222-4f2d-9c3e-0a1b2c3d4e5f");
  private static final PersonId OUTSIDER =
      new PersonId(new WorkspaceId("T0ACME"), "8b1b3a0c-3333-4f2d-9c3e-0a1b2c3d4e5f");
  private static final PersonId READER = new PersonId(ACME, "8b1b3a0c-4444-4f2d-9c3e-0a1b2c3d4e5f");
  private static final Eyes ONE = new Eyes.One(READER);
  private static final Eyes MANY = new Eyes.Many(ACME);
  private static final ChannelId GENERAL = new ChannelId(ACME, "19:abc@thread.tacv2");
  private static final MessageId MESSAGE = new MessageId(GENERAL, "1764493200000");
  private static final String HOSTILE =
      "<at>Anna Neri</at> [Teams](https://evil.example) ![x](https://evil.example/p.png)"
          + " **bold** _it_ ~~no~~ `code` <https://evil.example> &lt;at&gt; \\[x]\n# big\n- one\n"
          + "1. two\n> three\n[x]: https://evil.example\n";

  private static final Pointers POINTERS =
      new Pointers() {
        @Override
        public Optional<String> permalink(MessageId message) {
          return Optional.of("https://teams.microsoft.com/l/message/c/" + message.value());
        }

        @Override
        public Optional<String> address(ChannelId channel) {
          return channel.equals(GENERAL)
              ? Optional.of("https://teams.microsoft.com/l/channel/c")
              : Optional.empty();
        }

        @Override
        public Optional<String> chat(PersonId reader, Set<PersonId> people) {
          return reader.equals(READER) && people.equals(Set.of(ANNA))
              ? Optional.of("https://teams.microsoft.com/l/chat/0/0?users=anna%40acme.example")
              : Optional.empty();
        }

        @Override
        public Optional<String> name(PersonId person) {
          return Set.of(ANNA, OTHER_ANNA, OUTSIDER).contains(person)
              ? Optional.of("Anna Neri")
              : Optional.empty();
        }

        @Override
        public String value(Command command) {
          return Codec.write(command);
        }
      };

  private final Cards cards = new Cards(POINTERS);

  private static Reply reply(Block... blocks) {
    return new Reply(Language.ENGLISH, List.of(blocks));
  }

  private Drawn one(Eyes eyes, Block... blocks) {
    var drawn = cards.messages(reply(blocks), eyes);
    assertThat(drawn).hasSize(1);
    CardRules.hold(drawn.getFirst().card());
    return drawn.getFirst();
  }

  private static Block.Paragraph says(Span... spans) {
    return new Block.Paragraph(RichText.of(spans));
  }

  private static Person person(String name) {
    return new Person(ANNA, name, "anna", name, null, ZoneOffset.UTC, null, Person.Standing.ACTIVE);
  }

  /** The values of a member, wherever it stands. */
  private static List<String> all(JsonNode node, String member) {
    return node.findValues(member).stream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  private static List<String> textBlocks(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.path("type").stringValue("").equals("TextBlock")) {
      texts.add(node.path("text").stringValue(""));
    }
    node.values().forEach(each -> texts.addAll(textBlocks(each)));
    return texts;
  }

  @Test
  void keepsToTheSchemaAndTheLimitsWhateverIsSaid() {
    for (long seed = 0; seed < 250; seed++) {
      var reply = new Wild(seed, ANNA, GENERAL).reply();
      for (var eyes : List.of(ONE, MANY)) {
        var messages = cards.messages(reply, eyes);
        assertThat(messages).as("seed %d", seed).hasSizeBetween(1, 5);
        for (var message : messages) {
          CardRules.hold(message.card());
          assertThat(message.summary()).isNotBlank();
        }
      }
      CardRules.hold(cards.one(reply, READER).card());
    }
  }

  @Test
  void drawsTheSameReplyTheSameWay() {
    var reply = new Wild(7, ANNA, GENERAL).reply();

    assertThat(cards.messages(reply, MANY)).isEqualTo(cards.messages(reply, MANY));
  }

  @Test
  void letsNoWordsBecomeMarkup() {
    var hostile = new Span.Plain(HOSTILE);
    var all =
        new Span[] {
          hostile,
          new Span.Code(HOSTILE),
          new Span.Link("https://example.com/(a)", HOSTILE),
          new Span.MessageLink(MESSAGE, HOSTILE),
          new Span.Emoji(HOSTILE),
          new Span.ChannelLink(GENERAL, HOSTILE),
          new Span.Quote(List.of(hostile))
        };
    var calling = new ArrayList<>(List.of(all));
    calling.add(new Span.Mention(ANNA));
    var item = new Block.Item(List.of(RichText.of(all)), RichText.of(all));
    var button = Button.of(HOSTILE, new Command.Help());

    var drawn =
        cards.messages(
            reply(
                new Block.Heading(HOSTILE),
                new Block.Paragraph(new RichText(calling)),
                new Block.Note(RichText.of(all)),
                new Block.Listing(HOSTILE, List.of(item)),
                new Block.PersonCard(
                    person(HOSTILE), List.of(RichText.of(all)), List.of(item), List.of(button))),
            MANY);

    var markup = new ArrayList<String>();
    for (var message : drawn) {
      CardRules.hold(message.card());
      markup.addAll(textBlocks(message.card()));
      markup.add(message.card().path("fallbackText").stringValue(""));
    }
    for (var text : markup) {
      assertThat(
              text.replace("<at>Anna Neri</at>", "")
                  .replaceAll(
                      "]\\(https://(example\\.com/" + "%28a%29|teams\\.microsoft\\.com/[^)]*)\\)",
                      ""))
          .doesNotContain("](", "<at>", "<https", "**", "~~", "`", "\\")
          .doesNotContainPattern("(?m)^\\s*([-+>#]|\\d+[.)] )")
          .doesNotContainPattern("]:");
    }
    assertThat(drawn.getFirst().card().path("msteams").path("entities").size()).isEqualTo(1);
  }

  @Test
  void callsWhomItSpeaksToAmongMany() {
    var drawn = one(MANY, says(new Span.Mention(ANNA), new Span.Plain(", have a look.")));

    assertThat(textBlocks(drawn.card())).containsExactly("<at>Anna Neri</at>, have a look.");
    var entity = drawn.card().path("msteams").path("entities").get(0);
    assertThat(entity.path("mentioned").path("id").stringValue("")).isEqualTo(ANNA.value());
    assertThat(drawn.summary()).isEqualTo("@Anna Neri, have a look.");
  }

  @Test
  void tellsTwoOfTheSameNameApart() {
    var drawn =
        one(MANY, says(new Span.Mention(ANNA), new Span.Plain(" "), new Span.Mention(OTHER_ANNA)));

    assertThat(textBlocks(drawn.card()))
        .containsExactly("<at>Anna Neri</at> <at>Anna Neri (2)</at>");
  }

  @Test
  void callsNobodyInAListAndNobodyOfAnotherTenant() {
    var line = RichText.of(new Span.Mention(ANNA), new Span.Plain(" asked"));

    var drawn =
        one(
            MANY,
            new Block.Listing("People", List.of(new Block.Item(List.of(line), RichText.EMPTY))),
            says(new Span.Mention(OUTSIDER), new Span.Plain(" is elsewhere")),
            says(new Span.Quote(List.of(new Span.Mention(ANNA)))));

    assertThat(drawn.card().path("msteams").has("entities")).isFalse();
    assertThat(all(drawn.card(), "text")).contains("@Anna Neri", " is elsewhere");
  }

  @Test
  void namesPeopleWithAWayToTheirChatWhereOnePersonReads() {
    var drawn = one(ONE, says(new Span.Plain("Ask "), new Span.Mention(ANNA)));

    assertThat(drawn.card().path("msteams").has("entities")).isFalse();
    assertThat(all(drawn.card(), "url"))
        .containsExactly("https://teams.microsoft.com/l/chat/0/0?users=anna%40acme.example");
  }

  @Test
  void givesNoAddressWhereSeveralReadOrSomebodyElse() {
    var card =
        new Block.PersonCard(
            person("Anna Neri"),
            List.of(RichText.of(new Span.Mention(ANNA), new Span.Plain(" answered"))),
            List.of(),
            List.of());
    var listed = new Block.Item(List.of(RichText.of(new Span.Mention(ANNA))), RichText.EMPTY);
    var said = says(new Span.Quote(List.of(new Span.Mention(ANNA))));
    Block[] blocks = {card, new Block.Listing("People", List.of(listed)), said};

    assertThat(all(one(ONE, blocks).card(), "url")).hasSize(4);
    assertThat(one(MANY, blocks).card().toString()).doesNotContain("acme.example");
    assertThat(one(new Eyes.One(OUTSIDER), blocks).card().toString())
        .doesNotContain("acme.example");
    assertThat(cards.one(reply(blocks), OUTSIDER).card().toString()).doesNotContain("acme.example");
    assertThat(cards.toEach(reply(blocks), OUTSIDER, Set.of(ANNA)).toString())
        .doesNotContain("acme.example");
  }

  @Test
  void keepsStylesLinksCodeAndEmoji() {
    var drawn =
        one(
            ONE,
            says(
                new Span.Styled(Style.BOLD, List.of(new Span.Plain("Look"))),
                new Span.Plain(" at "),
                new Span.Link("https://example.com/a", "this"),
                new Span.Emoji("tada"),
                new Span.CodeBlock("a\n b")));

    var runs = drawn.card().path("body").get(0).path("inlines");
    assertThat(runs.get(0).path("weight").stringValue("")).isEqualTo("Bolder");
    assertThat(runs.get(2).path("selectAction").path("url").stringValue(""))
        .isEqualTo("https://example.com/a");
    assertThat(runs.get(3).path("text").stringValue("")).isEqualTo("🎉");
    assertThat(all(drawn.card(), "fontType")).containsExactly("Monospace", "Monospace");
    assertThat(drawn.summary()).isEqualTo("Look at this🎉\na\n b");
  }

  @Test
  void opensOnlyAddressesOfTheWebAndOfMail() {
    var drawn =
        one(
            ONE,
            says(new Span.Link("javascript:alert(1)", "one"), new Span.Link("file:///etc", "two")));

    assertThat(all(drawn.card(), "url")).isEmpty();
    assertThat(all(drawn.card(), "text")).contains("one", "two");
  }

  @Test
  void carriesCommandsOnButtonsAndAsksForADialogWhereOneOpensAForm() {
    var drawn =
        one(
            ONE,
            new Block.Buttons(
                List.of(
                    Button.primary("Help", new Command.Help()),
                    Button.of("Change", new Command.FillIn(Command.Sheet.QUIET_HOURS)))));

    var actions = drawn.card().path("body").get(0).path("actions");
    assertThat(Carried.read(actions.get(0).path("data")))
        .isEqualTo(new Carried.Button("{\"is\":\"Help\"}"));
    assertThat(actions.get(0).path("style").stringValue("")).isEqualTo("positive");
    assertThat(actions.get(0).path("data").has("msteams")).isFalse();
    assertThat(actions.get(1).path("data").path("msteams").path("type").stringValue(""))
        .isEqualTo("task/fetch");
    assertThat(drawn.summary()).isEqualTo("Choose one of the buttons.");
  }

  @Test
  void shortensALongTitleOfAButtonAndTellsItWholeToThoseWhoPoint() {
    var words = "who knows about the numbering of credit notes in invoices";
    var drawn =
        one(
            ONE,
            new Block.Buttons(
                List.of(
                    Button.primary(words, new Command.Help()),
                    Button.of("help", new Command.Help()))));

    var actions = all(drawn.card(), "title");
    assertThat(actions.getFirst()).startsWith("who knows about").hasSizeLessThanOrEqualTo(40);
    assertThat(actions.getLast()).isEqualTo("help");
    assertThat(all(drawn.card(), "tooltip")).containsExactly(words);
  }

  @Test
  void dividesWhatIsTooLongAndSaysWhatIsLeftOut() {
    var paragraph = new Block.Paragraph(RichText.plain("è così ".repeat(400)));
    var many =
        new Reply(
            Language.ITALIAN, IntStream.range(0, 60).<Block>mapToObj(_ -> paragraph).toList());

    var messages = cards.messages(many, ONE);

    assertThat(messages).hasSize(5);
    messages.forEach(message -> CardRules.hold(message.card()));
    assertThat(textBlocks(messages.getLast().card()))
        .singleElement()
        .asString()
        .startsWith("C'è più di quanto entri qui");
    assertThat(textBlocks(messages.getFirst().card())).isEmpty();
  }

  @Test
  void offersAChatOfAllToEachOfThem() {
    var drawn =
        cards.toEach(reply(says(new Span.Plain("You two should talk."))), READER, Set.of(ANNA));

    CardRules.hold(drawn.getFirst().card());
    var open = drawn.getFirst().card().path("body").get(1).path("actions").get(0);
    assertThat(open.path("title").stringValue("")).isEqualTo("Open a chat together");
    assertThat(open.path("url").stringValue("")).endsWith("users=anna%40acme.example");
    assertThat(cards.toEach(reply(says(new Span.Plain("Hello."))), READER, Set.of(OTHER_ANNA)))
        .singleElement()
        .satisfies(alone -> assertThat(alone.card().path("body").size()).isEqualTo(1));
  }

  @Test
  void proposesPeopleInTheComposeBoxAndInsertsNothingThatOnlyTheAskerMaySee() {
    var evidence =
        new Block.Item(
            List.of(RichText.of(new Span.MessageLink(MESSAGE, "secret"))), RichText.EMPTY);
    var card =
        new Block.PersonCard(
            person("Anna <b>Neri</b>"),
            List.of(RichText.plain("answered 14 questions & more")),
            List.of(evidence),
            List.of(Button.of("Introduce us", new Command.Help())));

    var extension =
        cards.results(reply(new Block.Heading("Who knows"), card)).path("composeExtension");

    var attachment = extension.path("attachments").get(0);
    CardRules.hold(attachment.path("content"));
    assertThat(attachment.path("contentType").stringValue(""))
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.path("content").toString())
        .contains("Anna")
        .doesNotContain("secret", "14", "Introduce")
        .doesNotContain("acme.example", "l/chat");
    assertThat(attachment.path("preview").path("content").path("text").stringValue(""))
        .isEqualTo("answered 14 questions &amp; more");
    assertThat(attachment.path("preview").path("content").path("title").stringValue(""))
        .startsWith("Anna &lt;b&gt;Neri&lt;/b&gt;");
    assertThat(
            cards
                .results(reply(says(new Span.Plain("Nobody."))))
                .path("composeExtension")
                .toString())
        .isEqualTo("{\"type\":\"message\",\"text\":\"Nobody.\"}");
  }

  @Test
  void showsFormsWithWhatIsWrongBesideTheField() {
    var form =
        new Form(
            "quiet-hours",
            "Quiet hours",
            List.of(
                new Form.Field(
                    "from",
                    "From",
                    "On your clock",
                    Form.Kind.TIME,
                    List.of("18:00"),
                    List.of(),
                    true),
                new Form.Field(
                    "days",
                    "Days",
                    "",
                    Form.Kind.CHOICES,
                    List.of("a,b", "c%"),
                    List.of(new Form.Option("a,b", "A"), new Form.Option("c%", "C")),
                    false)),
            "Save");

    var task = Dialogs.form(form, Map.of("from", "Not so *late*"), Language.ITALIAN);

    var value = task.path("task").path("value");
    var body = value.path("card").path("content").path("body");
    CardRules.hold(value.path("card").path("content"));
    assertThat(value.path("title").stringValue("")).isEqualTo("Quiet hours");
    assertThat(body.get(0).path("text").stringValue("")).isEqualTo("Not so ∗late∗");
    assertThat(body.get(1).path("errorMessage").stringValue("")).isEqualTo("Compila questo campo.");
    assertThat(sent(value))
        .isEqualTo(
            new Carried.Filled(
                "quiet-hours", Map.of("from", List.of("18:00"), "days", List.of("a,b", "c%"))));
  }

  /** What Teams sends back: the action's data with the values of the inputs. */
  private static Carried sent(JsonNode value) {
    var content = value.path("card").path("content");
    var data = (ObjectNode) content.path("actions").get(0).path("data").deepCopy();
    for (var element : content.path("body").values()) {
      if (element.has("id")) {
        data.set(element.path("id").stringValue(""), element.path("value"));
      }
    }
    return Carried.read(data);
  }

  @Test
  void showsAnyFormByTheRules() {
    for (long seed = 0; seed < 100; seed++) {
      var form = new Wild(seed, ANNA, GENERAL).form();
      var task = Dialogs.form(form, Map.of("f0", HOSTILE), Language.ENGLISH);
      CardRules.hold(task.path("task").path("value").path("card").path("content"));
    }
  }

  @Test
  void keepsAPersonTogetherWithWhyAndWhatCanBeDone() {
    var items =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    new Block.Item(
                        List.of(RichText.of(new Span.MessageLink(MESSAGE, "日本語 ".repeat(400)))),
                        RichText.plain("#general")))
            .toList();
    var card =
        new Block.PersonCard(
            person("Anna Neri"),
            List.of(RichText.plain("answered 14 questions")),
            items,
            List.of(Button.primary("Introduce us", new Command.Help())));

    var drawn = one(ONE, card);

    assertThat(drawn.card().path("body").size()).isEqualTo(1);
    assertThat(all(drawn.card(), "title")).containsExactly("Introduce us");
    assertThat(all(drawn.card(), "text").stream().collect(Collectors.joining(" ")))
        .contains("Anna Neri", "answered 14 questions");
  }
}
