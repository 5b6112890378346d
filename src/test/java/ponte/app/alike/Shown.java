package ponte.app.alike;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.command.Command;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/**
 * What a person is shown, as far as it does not depend on where: the words in their order, and what
 * the buttons say and do. Markup, emoji and the addresses of links are the platform's.
 */
record Shown(String words, List<String> buttons, List<String> values) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern EMOJI = Pattern.compile(":[a-z0-9_+-]+:");
  private static final Pattern LINK = Pattern.compile("<[^<>|]+\\|([^<>]*)>|<https?:[^<>]*>");

  /** The value of the first button that gives such a command. */
  Optional<Integer> button(Class<? extends Command> command) {
    return button(command::isInstance);
  }

  /** The first button that gives such a command. */
  Optional<Integer> button(Predicate<Command> which) {
    for (var i = 0; i < values.size(); i++) {
      var value = values.get(i);
      if (!value.isEmpty() && which.test(Codec.read(value, Command.class))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Only what tells whether two platforms show the same. */
  String alike() {
    var commands = values.stream().map(Shown::command).toList();
    return words + "\n" + String.join(" | ", buttons) + "\n" + String.join(" | ", commands);
  }

  /** What a button does, without the people and the places, which each platform has its own of. */
  private static String command(String value) {
    return value.isEmpty() ? "link" : Codec.read(value, Command.class).getClass().getSimpleName();
  }

  static Shown inConsole(Reply reply, Office office) {
    var text = new ArrayList<String>();
    var buttons = new ArrayList<Button>();
    for (var block : reply.blocks()) {
      switch (block) {
        case Block.Heading(var heading) -> text.add(heading);
        case Block.Paragraph(var paragraph) -> text.add(plain(paragraph, office));
        case Block.Note(var note) -> text.add(plain(note, office));
        case Block.PersonCard card -> {
          text.add(card.person().name());
          card.reasons().forEach(reason -> text.add(plain(reason, office)));
          card.evidence().forEach(item -> text.add(plain(item, office)));
          buttons.addAll(card.buttons());
        }
        case Block.Listing(var title, var items) -> {
          text.add(title);
          items.forEach(item -> text.add(plain(item, office)));
        }
        case Block.Buttons(var row) -> buttons.addAll(row);
        case Block.FillIn(_, var opener) -> buttons.add(opener);
        case Block.File file -> text.add(file.label());
        case Block.Picture picture -> text.add(picture.label());
      }
    }
    return new Shown(
        words(text),
        buttons.stream().map(Button::label).toList(),
        buttons.stream().map(button -> Codec.write(button.command())).toList());
  }

  static Shown inSlack(JsonNode blocks, Office office) {
    var text = new ArrayList<String>();
    var buttons = new ArrayList<JsonNode>();
    for (var block : blocks) {
      switch (block.path("type").stringValue("")) {
        case "actions" -> block.path("elements").forEach(buttons::add);
        case "context" ->
            block
                .path("elements")
                .forEach(each -> text.add(mrkdwn(each.path("text").stringValue(""), office)));
        case "header" -> text.add(block.path("text").path("text").stringValue(""));
        default -> slackText(block, office, text);
      }
    }
    return new Shown(
        words(text),
        buttons.stream().map(each -> each.path("text").path("text").stringValue("")).toList(),
        buttons.stream().map(each -> each.path("value").stringValue("")).toList());
  }

  private static void slackText(JsonNode node, Office office, List<String> text) {
    switch (node.path("type").stringValue("")) {
      case "text", "link" -> text.add(node.path("text").stringValue(""));
      case "user" -> text.add(name(node.path("user_id").stringValue(""), office));
      case "channel" -> text.add("payments");
      default -> node.path("elements").forEach(each -> slackText(each, office, text));
    }
  }

  private static String mrkdwn(String text, Office office) {
    var named = text.replace("<#" + office.channel().value() + ">", "payments");
    named = LINK.matcher(named).replaceAll(" $1 ");
    return EMOJI
        .matcher(named)
        .replaceAll(" ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  static Shown inTeams(JsonNode card) {
    var text = new ArrayList<String>();
    var buttons = new ArrayList<JsonNode>();
    card.path("body").forEach(element -> teamsText(element, text, buttons));
    return new Shown(
        words(text),
        buttons.stream().map(each -> each.path("title").stringValue("")).toList(),
        buttons.stream().map(each -> each.path("data").path("ponte").stringValue("")).toList());
  }

  private static void teamsText(JsonNode node, List<String> text, List<JsonNode> buttons) {
    switch (node.path("type").stringValue("")) {
      case "TextBlock", "TextRun" -> text.add(node.path("text").stringValue(""));
      case "ActionSet" -> node.path("actions").forEach(buttons::add);
      default ->
          Stream.of("items", "columns", "inlines")
              .forEach(
                  members -> node.path(members).forEach(each -> teamsText(each, text, buttons)));
    }
  }

  private static String plain(Block.Item item, Office office) {
    return item.lines().stream().map(line -> plain(line, office)).collect(Collectors.joining(" "))
        + " "
        + plain(item.small(), office);
  }

  private static String plain(RichText text, Office office) {
    return text.spans().stream().map(span -> plain(span, office)).collect(Collectors.joining());
  }

  private static String plain(Span span, Office office) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Mention(PersonId person) -> name(person.value(), office);
      case Span.Broadcast(var name) -> name;
      case Span.ChannelLink(_, var name) -> name;
      case Span.Link(_, var label) -> label;
      case Span.MessageLink(_, var label) -> label;
      case Span.Code(var code) -> code;
      case Span.CodeBlock(var code) -> code;
      case Span.Emoji _ -> " ";
      case Span.Quote(var quoted) -> plain(new RichText(quoted), office);
      case Span.Styled(_, var styled) -> plain(new RichText(styled), office);
    };
  }

  private static String name(String id, Office office) {
    return office.people().stream()
        .filter(person -> person.id().value().equalsIgnoreCase(id))
        .map(person -> person.name())
        .findFirst()
        .orElse(id);
  }

  private static String words(List<String> text) {
    return WORD.matcher(String.join(" ", text))
        .results()
        .map(word -> word.group())
        .collect(Collectors.joining(" "));
  }
}
