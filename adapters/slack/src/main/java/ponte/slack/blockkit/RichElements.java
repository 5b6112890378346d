package ponte.slack.blockkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes texts as elements of Slack's rich text.
 *
 * <p>Rich text has no markup in its words, so nothing that somebody wrote can become a mention, a
 * link or a style. Slack prefers it to mrkdwn (docs.slack.dev, "Rich text block").
 */
final class RichElements {

  private final Pointers pointers;
  private final Eyes eyes;
  private final boolean listed;

  /**
   * @param listed whether these are lines of a list, and so tell about people and call nobody
   */
  RichElements(Pointers pointers, Eyes eyes, boolean listed) {
    this.pointers = pointers;
    this.eyes = eyes;
    this.listed = listed;
  }

  /** A text as sections, quotes and blocks of code, one below the other; empty where it is. */
  List<ObjectNode> blocks(List<Span> spans) {
    var blocks = new ArrayList<ObjectNode>();
    var section = new ArrayList<ObjectNode>();
    for (var span : spans) {
      switch (span) {
        case Span.CodeBlock(var code) -> {
          close(section, blocks);
          addIfAny("rich_text_preformatted", text(code, Set.of()), blocks);
        }
        case Span.Quote(var quoted) -> {
          close(section, blocks);
          addIfAny("rich_text_quote", quoting().inline(quoted), blocks);
        }
        case Span.Plain _,
            Span.Mention _,
            Span.Broadcast _,
            Span.ChannelLink _,
            Span.Link _,
            Span.MessageLink _,
            Span.Code _,
            Span.Emoji _,
            Span.Styled _ ->
            section.addAll(inline(span, Set.of()));
      }
    }
    close(section, blocks);
    return blocks;
  }

  private static void close(List<ObjectNode> section, List<ObjectNode> blocks) {
    addIfAny("rich_text_section", List.copyOf(section), blocks);
    section.clear();
  }

  private static void addIfAny(String type, List<ObjectNode> elements, List<ObjectNode> blocks) {
    if (!elements.isEmpty()) {
      blocks.add(Shapes.with(type, "elements", elements));
    }
  }

  /** A text within a line of a list or a quote: code and quotes stay in the line. */
  List<ObjectNode> inline(List<Span> spans) {
    return inline(spans, Set.of());
  }

  private List<ObjectNode> inline(List<Span> spans, Set<String> style) {
    return spans.stream().flatMap(span -> inline(span, style).stream()).toList();
  }

  private List<ObjectNode> inline(Span span, Set<String> style) {
    return switch (span) {
      case Span.Plain(var text) -> text(text, style);
      case Span.Mention(var person) ->
          calls(person)
              ? List.of(styled(Shapes.object("user").put("user_id", person.value()), style))
              : text(Names.of(person, pointers), style);
      case Span.Broadcast(var name) -> text("@" + name, style);
      case Span.ChannelLink(var channel, var name) ->
          Addresses.isChannel(channel)
              ? List.of(styled(Shapes.object("channel").put("channel_id", channel.value()), style))
              : text("#" + name, style);
      case Span.Link(var url, var label) ->
          Addresses.opens(url) ? List.of(link(url, label, style)) : text(label, style);
      case Span.MessageLink(var message, var label) ->
          List.of(link(pointers.permalink(message), label, style));
      case Span.Code(var code) -> text(code, with(style, "code"));
      case Span.CodeBlock(var code) -> text(code, with(style, "code"));
      case Span.Emoji(var name) -> emoji(name);
      case Span.Quote(var quoted) -> quoting().inline(quoted, style);
      case Span.Styled(var kind, var styled) -> inline(styled, with(style, nameOf(kind)));
    };
  }

  private boolean calls(PersonId person) {
    return (eyes == Eyes.ONE || !listed) && Addresses.isPerson(person);
  }

  private RichElements quoting() {
    return new RichElements(pointers, eyes, true);
  }

  /** A name that no emoji can have is only shown. */
  private static List<ObjectNode> emoji(String name) {
    return Addresses.namesEmoji(name)
        ? List.of(Shapes.object("emoji").put("name", name))
        : text(":" + name + ":", Set.of());
  }

  private static ObjectNode link(String url, String label, Set<String> style) {
    var link = Shapes.object("link").put("url", url);
    return styled(label.isBlank() ? link : link.put("text", label), style);
  }

  private static List<ObjectNode> text(String text, Set<String> style) {
    return text.isEmpty()
        ? List.of()
        : List.of(styled(Shapes.object("text").put("text", text), style));
  }

  private static ObjectNode styled(ObjectNode element, Set<String> style) {
    if (!style.isEmpty()) {
      var styles = element.putObject("style");
      style.stream().sorted().forEach(each -> styles.put(each, true));
    }
    return element;
  }

  private static String nameOf(Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case STRIKE -> "strike";
    };
  }

  private static Set<String> with(Set<String> styles, String another) {
    var all = new HashSet<>(styles);
    all.add(another);
    return all;
  }
}
