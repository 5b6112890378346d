package ponte.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Cut;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says in words alone what cards show: for notifications, and to those who cannot see them. */
final class Words {

  private final Pointers pointers;

  Words(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The words, a line each, in as many bytes as the place for them has. */
  static String text(List<String> lines) {
    var words =
        lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n")).strip();
    int room = Limits.FALLBACK;
    var text = Cut.shortened(words, room);
    while (bytes(Neutral.text(text)) > Limits.FALLBACK) {
      room = room / 2;
      text = Cut.shortened(words, room);
    }
    return text;
  }

  /** How many bytes a text takes in JSON. */
  private static int bytes(String text) {
    return JsonNodeFactory.instance
        .stringNode(text)
        .toString()
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  String of(RichText text) {
    return words(text.spans());
  }

  String of(Block.Item item) {
    return item.lines().stream().map(this::of).collect(Collectors.joining("\n"))
        + (item.small().isEmpty() ? "" : "\n" + of(item.small()));
  }

  String words(List<Span> spans) {
    return spans.stream().map(this::words).collect(Collectors.joining());
  }

  private String words(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Mention(var person) -> Names.of(person, pointers);
      case Span.Broadcast(var name) -> "@" + name;
      case Span.ChannelLink(_, var name) -> "#" + name;
      case Span.Link(var url, var label) -> label.isBlank() ? url : label;
      case Span.MessageLink(_, var label) -> label;
      case Span.Code(var code) -> code;
      case Span.CodeBlock(var code) -> "\n" + code + "\n";
      case Span.Emoji(var name) -> Glyphs.of(name);
      case Span.Quote(var quoted) -> "\n" + words(quoted) + "\n";
      case Span.Styled(_, var styled) -> words(styled);
    };
  }
}
