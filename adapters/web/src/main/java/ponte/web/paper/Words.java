package ponte.web.paper;

import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.InWords;
import ponte.web.Emoji;

/** What a text says, and where it leads, each by itself. */
final class Words {

  private final InWords words;

  Words(Pointers pointers) {
    this.words = new InWords(pointers::name, Emoji::character);
  }

  /** In one line. */
  String of(RichText text) {
    return words.of(text).replaceAll("\\s+", " ").strip();
  }

  /** The messages that a line leads to, in order, each once. */
  static List<Span.MessageLink> messages(Block.Item item) {
    return texts(item).flatMap(text -> text.spans().stream()).flatMap(Words::messages).toList();
  }

  /** The pages that a line leads to, in order, each once. */
  static List<Span.Link> pages(Block.Item item) {
    return texts(item).flatMap(text -> text.links().stream()).distinct().toList();
  }

  private static Stream<RichText> texts(Block.Item item) {
    return Stream.concat(item.lines().stream(), Stream.of(item.small()));
  }

  private static Stream<Span.MessageLink> messages(Span span) {
    return switch (span) {
      case Span.MessageLink link -> Stream.of(link);
      case Span.Styled(_, var styled) -> styled.stream().flatMap(Words::messages);
      case Span.Quote(var quoted) -> quoted.stream().flatMap(Words::messages);
      case Span.Plain _, Span.Mention _, Span.Broadcast _, Span.ChannelLink _ -> Stream.empty();
      case Span.Link _, Span.Code _, Span.CodeBlock _, Span.Emoji _ -> Stream.empty();
    };
  }
}
