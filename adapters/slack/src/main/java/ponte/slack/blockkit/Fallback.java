package ponte.slack.blockkit;

import java.util.List;
import java.util.stream.Collectors;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Cut;

/**
 * Says in words alone what blocks show: Slack reads it to those who cannot see them and writes it
 * into notifications.
 */
final class Fallback {

  private final Pointers pointers;

  Fallback(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The words, a line each, at most 3,000 characters with the escapes. */
  static String text(List<String> lines) {
    var words = String.join("\n", lines).strip();
    int room = Limits.FALLBACK;
    var text = SmallPrint.neutral(Cut.shortened(words, room));
    while (text.length() > Limits.FALLBACK) {
      room = room / 2;
      text = SmallPrint.neutral(Cut.shortened(words, room));
    }
    return text;
  }

  String of(RichText text) {
    return words(text.spans());
  }

  String of(Block.Item item) {
    return item.lines().stream().map(this::of).collect(Collectors.joining("\n"))
        + (item.small().isEmpty() ? "" : "\n" + of(item.small()));
  }

  private String words(List<Span> spans) {
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
      case Span.Emoji(var name) -> ":" + name + ":";
      case Span.Quote(var quoted) -> "\n" + words(quoted) + "\n";
      case Span.Styled(_, var styled) -> words(styled);
    };
  }
}
