package ponte.teams.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes texts that call people: Teams looks for mentions in text blocks only, and those take
 * Markdown. Links stay links; other styles are left out.
 */
final class Calling {

  /** A single one is none in Markdown. */
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*");

  private final Pointers pointers;
  private final WorkspaceId tenant;
  private final Mentions mentions;

  Calling(Pointers pointers, WorkspaceId tenant, Mentions mentions) {
    this.pointers = pointers;
    this.tenant = tenant;
    this.mentions = mentions;
  }

  /** Those whom a text calls; whom it only quotes it does not. */
  SequencedSet<PersonId> called(List<Span> spans) {
    var called = new LinkedHashSet<PersonId>();
    for (var span : spans) {
      switch (span) {
        case Span.Mention(var person) when Addresses.isPerson(person, tenant) -> called.add(person);
        case Span.Styled(_, var styled) -> called.addAll(called(styled));
        case Span.Mention _, Span.Quote _, Span.Plain _, Span.Broadcast _, Span.ChannelLink _ -> {}
        case Span.Link _, Span.MessageLink _, Span.Code _, Span.CodeBlock _, Span.Emoji _ -> {}
      }
    }
    return called;
  }

  List<ObjectNode> entities(List<Span> spans) {
    return called(spans).stream().map(mentions::entity).toList();
  }

  /** The text as elements, quotes and blocks of code apart. */
  List<ObjectNode> elements(List<Span> spans, Runs runs) {
    var elements = new ArrayList<ObjectNode>();
    var line = new StringBuilder();
    for (var span : spans) {
      if (span instanceof Span.Quote || span instanceof Span.CodeBlock) {
        close(line, elements);
        elements.addAll(runs.elements(List.of(span)));
      } else {
        line.append(markdown(span));
      }
    }
    close(line, elements);
    return elements;
  }

  private static void close(StringBuilder line, List<ObjectNode> elements) {
    if (!line.toString().isBlank()) {
      elements.add(Shapes.block(LINE_BREAK.matcher(line.toString().strip()).replaceAll("\n\n")));
    }
    line.setLength(0);
  }

  private String markdown(List<Span> spans) {
    var text = new StringBuilder();
    spans.forEach(span -> text.append(markdown(span)));
    return text.toString();
  }

  private String markdown(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> Neutral.text(text);
      case Span.Mention(var person) ->
          Addresses.isPerson(person, tenant)
              ? mentions.tag(person)
              : Neutral.text(Names.of(person, pointers));
      case Span.Broadcast(var name) -> Neutral.text("@" + name);
      case Span.ChannelLink(var channel, var name) -> link(pointers.address(channel), "#" + name);
      case Span.Link(var url, var label) ->
          link(Optional.of(url).filter(Addresses::opens), label.isBlank() ? url : label);
      case Span.MessageLink(var message, var label) ->
          link(pointers.permalink(message), label.isBlank() ? "↗" : label);
      case Span.Code(var code) -> Neutral.text(code);
      case Span.CodeBlock(var code) -> Neutral.text(code);
      case Span.Emoji(var name) -> Neutral.text(Glyphs.of(name));
      case Span.Quote(var quoted) -> markdown(quoted);
      case Span.Styled(_, var styled) -> markdown(styled);
    };
  }

  private static String link(Optional<String> url, String label) {
    var words = Neutral.text(label.replaceAll("[\\[\\]\\s]+", " "));
    return url.map(address -> "[" + words + "](" + inMarkdown(address) + ")").orElse(words);
  }

  /** Parentheses, backslashes and what else could end an address early, written otherwise. */
  private static String inMarkdown(String url) {
    return url.replace("(", "%28").replace(")", "%29").replace("\\", "%5C").replace(" ", "%20");
  }
}
