package ponte.reply;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/** Says in words alone what a text shows: for notifications, and to those who cannot see it. */
public final class InWords {

  private final Function<PersonId, String> names;
  private final UnaryOperator<String> emoji;

  /**
   * @param names how a person is called
   * @param emoji what stands for an emoji, by its name
   */
  public InWords(Function<PersonId, String> names, UnaryOperator<String> emoji) {
    this.names = names;
    this.emoji = emoji;
  }

  public String of(RichText text) {
    return of(text.spans());
  }

  /** The lines of an item, each in one of its own. */
  public String of(Block.Item item) {
    return item.lines().stream().map(this::of).collect(Collectors.joining("\n"))
        + (item.small().isEmpty() ? "" : "\n" + of(item.small()));
  }

  public String of(List<Span> spans) {
    return spans.stream().map(this::of).collect(Collectors.joining());
  }

  private String of(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Mention(var person) -> names.apply(person);
      case Span.Broadcast(var name) -> "@" + name;
      case Span.ChannelLink(_, var name) -> "#" + name;
      case Span.Link(var url, var label) -> label.isBlank() ? url : label;
      case Span.MessageLink(_, var label) -> label;
      case Span.Code(var code) -> code;
      case Span.CodeBlock(var code) -> "\n" + code + "\n";
      case Span.Emoji(var name) -> emoji.apply(name);
      case Span.Quote(var quoted) -> "\n" + of(quoted) + "\n";
      case Span.Styled(_, var styled) -> of(styled);
    };
  }
}
