package ponte.reply;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;

/** Makes up replies, some of them much longer or stranger than any feature's. */
public final class Wild {

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "\n",
          "kafka",
          "perché",
          "<!channel>",
          "@here",
          "<@U0ANNA>",
          "<at>Anna Neri</at>",
          "**",
          "[Teams](https://evil.example)",
          "\n- ",
          "\n1. ",
          "*",
          "_",
          "~",
          "`",
          "```",
          "&amp;",
          "<https://evil.example|Slack>",
          "https://example.com",
          "日本語",
          "👩‍💻",
          "snake_case",
          ":tada:",
          "a|b",
          "> quoted",
          "é",
          "\u202e",
          "x".repeat(500));

  private final Random random;
  private final PersonId person;
  private final ChannelId channel;

  /**
   * @param person somebody whom the platform knows
   * @param channel one that the platform knows
   */
  public Wild(long seed, PersonId person, ChannelId channel) {
    this.random = new Random(seed);
    this.person = person;
    this.channel = channel;
  }

  public Reply reply() {
    var language = random.nextBoolean() ? Language.ENGLISH : Language.ITALIAN;
    return new Reply(language, some(random.nextInt(10) == 0 ? 120 : 12, 1, this::block));
  }

  private <T> List<T> some(int most, int fewest, Supplier<T> each) {
    return IntStream.range(0, fewest + random.nextInt(most - fewest + 1))
        .mapToObj(_ -> each.get())
        .toList();
  }

  private Block block() {
    return switch (random.nextInt(9)) {
      case 0 -> new Block.Heading(words());
      case 1 -> new Block.Paragraph(text());
      case 2 -> new Block.Note(text());
      case 3 ->
          new Block.PersonCard(
              person(), some(5, 1, this::text), some(8, 0, this::item), some(30, 0, this::button));
      case 4 -> new Block.Listing(words(), some(40, 0, this::item));
      case 5 -> new Block.Buttons(some(60, 0, this::button));
      case 6 -> new Block.FillIn(form(), button());
      case 7 -> new Block.Picture("map.png", words(), words(), "iVBORw0KGgo=");
      default -> new Block.File("all.json", words(), words());
    };
  }

  public Form form() {
    var kinds = Form.Kind.values();
    var fields = new ArrayList<Form.Field>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      var kind = kinds[random.nextInt(kinds.length)];
      var choice = kind == Form.Kind.CHOICE || kind == Form.Kind.CHOICES;
      var options =
          choice
              ? some(Form.MOST_OPTIONS, 1, () -> new Form.Option("o" + random.nextInt(), words()))
              : List.<Form.Option>of();
      var values = choice ? List.of(options.getFirst().value()) : List.of(value(kind));
      fields.add(
          new Form.Field("f" + i, words(), words(), kind, values, options, random.nextBoolean()));
    }
    return new Form("kind", words(), fields, words());
  }

  private String value(Form.Kind kind) {
    return switch (kind) {
      case TIME -> "09:00";
      case DATE -> "2026-03-29";
      case TEXT, LONG_TEXT, CHOICE, CHOICES -> words();
    };
  }

  private Person person() {
    return new Person(
        random.nextBoolean() ? person : new PersonId(person.workspace(), "name:old-bot"),
        words(),
        "handle",
        words(),
        null,
        ZoneOffset.UTC,
        null,
        Person.Standing.ACTIVE);
  }

  private Block.Item item() {
    return new Block.Item(some(4, 1, this::text), text());
  }

  private Button button() {
    var topic = "x" + words().strip();
    var command =
        new Command.WhoKnows(topic.substring(0, Math.min(topic.length(), Command.LONGEST_TOPIC)));
    return new Button(
        words(), command, random.nextBoolean() ? Button.Weight.PRIMARY : Button.Weight.NORMAL);
  }

  public RichText text() {
    return new RichText(some(random.nextInt(20) == 0 ? 80 : 6, 0, () -> span(2)));
  }

  private Span span(int depth) {
    var channel =
        random.nextBoolean() ? this.channel : new ChannelId(person.workspace(), "export-1");
    return switch (random.nextInt(depth == 0 ? 9 : 11)) {
      case 0, 1 -> new Span.Plain(words());
      case 2 -> new Span.Mention(person().id());
      case 3 -> new Span.Broadcast("here");
      case 4 -> new Span.ChannelLink(channel, words());
      case 5 -> new Span.Link(url(), words());
      case 6 -> new Span.MessageLink(new MessageId(channel, "1764493200.000500"), words());
      case 7 -> random.nextBoolean() ? new Span.Code(words()) : new Span.CodeBlock(words());
      case 8 -> new Span.Emoji(random.nextBoolean() ? "tada::skin-tone-3" : words());
      case 9 -> new Span.Quote(some(5, 0, () -> span(depth - 1)));
      default ->
          new Span.Styled(
              RichText.Style.values()[random.nextInt(3)], some(5, 0, () -> span(depth - 1)));
    };
  }

  private String url() {
    return switch (random.nextInt(5)) {
      case 0 -> "https://example.com/" + "a".repeat(random.nextInt(4000));
      case 1 -> "javascript:alert(1)";
      case 2 -> words();
      case 3 -> "mailto:anna@example.com";
      default -> "https://example.com/?a=1&b=2";
    };
  }

  private String words() {
    int many = random.nextInt(40) == 0 ? 400 : 8;
    var text = new StringBuilder();
    for (int i = random.nextInt(many); i >= 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }
}
