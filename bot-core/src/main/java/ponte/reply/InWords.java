package ponte.reply;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** A reply block by block; of a file, a picture or a form what it is, and no buttons. */
  public String of(Reply reply) {
    return reply.blocks().stream()
        .map(this::of)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private String of(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> text;
      case Block.Paragraph(var text) -> of(text);
      case Block.Note(var text) -> of(text);
      case Block.PersonCard card ->
          lines(
              Stream.of(
                  Stream.of(card.person().name()),
                  card.reasons().stream().map(this::of),
                  card.evidence().stream().map(this::of)));
      case Block.Listing(var title, var items) ->
          lines(Stream.of(Stream.of(title), items.stream().map(this::of)));
      case Block.Buttons _ -> "";
      case Block.FillIn(var form, _) -> form.title();
      case Block.File file -> file.label();
      case Block.Picture picture -> picture.label();
    };
  }

  private static String lines(Stream<Stream<String>> parts) {
    return parts
        .flatMap(part -> part)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
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
