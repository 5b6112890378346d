package ponte.app.cli;

import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.web.Links;

/** The messages a text points at, as the console's addresses of them. */
final class Permalinks {

  private Permalinks() {}

  static List<String> in(Block.Item item) {
    return Stream.concat(item.lines().stream(), Stream.of(item.small()))
        .flatMap(text -> in(text).stream())
        .distinct()
        .toList();
  }

  static List<String> in(RichText text) {
    return text.spans().stream().flatMap(Permalinks::messages).map(Links::to).toList();
  }

  private static Stream<MessageId> messages(Span span) {
    return switch (span) {
      case Span.MessageLink(var message, _) -> Stream.of(message);
      case Span.Styled(_, var styled) -> styled.stream().flatMap(Permalinks::messages);
      case Span.Plain _, Span.Mention _, Span.Broadcast _, Span.ChannelLink _, Span.Link _ ->
          Stream.empty();
      case Span.Code _, Span.CodeBlock _, Span.Emoji _, Span.Quote _ -> Stream.empty();
    };
  }
}
