package ponte.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;

/** Rich text as plain words, with the names that people and channels go by. */
record Names(Directory directory) {

  String words(RichText text) {
    return words(text.spans());
  }

  private String words(List<Span> spans) {
    return spans.stream().map(this::words).collect(Collectors.joining());
  }

  private String words(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> text;
      case Span.Mention(var person) ->
          "@" + directory.person(person).map(Person::name).orElse(person.value());
      case Span.Broadcast(var name) -> "@" + name;
      case Span.ChannelLink(_, var name) -> "#" + name;
      case Span.Link(var url, var label) ->
          label.equals(url) || url.endsWith("//" + label) ? url : label + " (" + url + ")";
      case Span.MessageLink(_, var label) -> label;
      case Span.Code(var code) -> "`" + code + "`";
      case Span.CodeBlock(var code) -> "\n" + code + "\n";
      case Span.Emoji(var name) -> ":" + name + ":";
      case Span.Quote(var quoted) -> "“" + words(quoted) + "”";
      case Span.Styled(_, var styled) -> words(styled);
    };
  }
}
