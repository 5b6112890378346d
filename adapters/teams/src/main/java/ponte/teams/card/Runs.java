package ponte.teams.card;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes texts as runs of a {@code RichTextBlock}.
 *
 * <p>A run has no markup in its words, so nothing that somebody wrote can become a link, a style or
 * a mention.
 */
final class Runs {

  private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");

  private final Pointers pointers;
  private final Eyes eyes;
  private final boolean small;

  /**
   * @param small whether it is small print
   */
  Runs(Pointers pointers, Eyes eyes, boolean small) {
    this.pointers = pointers;
    this.eyes = eyes;
    this.small = small;
  }

  /** A text as elements, quotes and blocks of code apart; empty where it is. */
  List<ObjectNode> elements(List<Span> spans) {
    var elements = new ArrayList<ObjectNode>();
    var line = new ArrayList<Span>();
    for (var span : spans) {
      switch (span) {
        case Span.CodeBlock(var code) -> {
          close(line, elements);
          elements.addAll(apart(run(indented(code), Set.of("code"))));
        }
        case Span.Quote(var quoted) -> {
          close(line, elements);
          elements.addAll(apart(runs(quoted, Set.of())));
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
            line.add(span);
      }
    }
    close(line, elements);
    return elements;
  }

  private void close(List<Span> line, List<ObjectNode> elements) {
    elements.addAll(lines(line));
    line.clear();
  }

  /** Code whose lines keep their distance from the edge: clients drop the spaces before words. */
  private static String indented(String code) {
    return INDENT
        .matcher(code)
        .replaceAll(found -> found.group().replace("\t", "    ").replace(' ', '\u00a0'));
  }

  private static List<ObjectNode> apart(List<ObjectNode> runs) {
    var lines = blocks(runs);
    return lines.isEmpty()
        ? List.of()
        : List.of(Shapes.container(lines).put("style", "emphasis").put("spacing", "Small"));
  }

  /** A text with its quotes and code in the line: a block for each line; empty where it is. */
  List<ObjectNode> lines(List<Span> spans) {
    return blocks(runs(spans, Set.of()));
  }

  /** Clients differ in what they make of a line break within a block. */
  private static List<ObjectNode> blocks(List<ObjectNode> runs) {
    var lines = new ArrayList<ObjectNode>();
    var line = new ArrayList<ObjectNode>();
    for (var run : runs) {
      var parts = run.path("text").stringValue("").split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          end(line, lines);
        }
        if (!parts[i].isEmpty()) {
          line.add(run.deepCopy().put("text", parts[i]));
        }
      }
    }
    end(line, lines);
    return lines;
  }

  private static void end(List<ObjectNode> line, List<ObjectNode> lines) {
    if (line.stream().anyMatch(run -> !run.path("text").stringValue("").isBlank())) {
      var block = Shapes.rich(line);
      lines.add(lines.isEmpty() ? block : block.put("spacing", "None"));
    }
    line.clear();
  }

  private List<ObjectNode> runs(List<Span> spans, Set<String> styles) {
    return spans.stream().flatMap(span -> runs(span, styles).stream()).toList();
  }

  private List<ObjectNode> runs(Span span, Set<String> styles) {
    return switch (span) {
      case Span.Plain(var text) -> run(text, styles);
      case Span.Mention(var person) ->
          link(eyes.chat(person, pointers), Names.of(person, pointers), styles);
      case Span.Broadcast(var name) -> run("@" + name, styles);
      case Span.ChannelLink(var channel, var name) ->
          link(pointers.address(channel), "#" + name, styles);
      case Span.Link(var url, var label) ->
          link(Optional.of(url).filter(Addresses::opens), label.isBlank() ? url : label, styles);
      case Span.MessageLink(var message, var label) ->
          link(pointers.permalink(message), label.isBlank() ? "↗" : label, styles);
      case Span.Code(var code) -> run(code, with(styles, "code"));
      case Span.CodeBlock(var code) -> run(code, with(styles, "code"));
      case Span.Emoji(var name) -> run(Glyphs.of(name), styles);
      case Span.Quote(var quoted) -> runs(quoted, styles);
      case Span.Styled(var style, var styled) -> runs(styled, with(styles, nameOf(style)));
    };
  }

  private List<ObjectNode> link(Optional<String> url, String label, Set<String> styles) {
    var runs = run(label, styles);
    url.ifPresent(address -> runs.forEach(run -> run.set("selectAction", Shapes.openUrl(address))));
    return runs;
  }

  private List<ObjectNode> run(String text, Set<String> styles) {
    if (text.isEmpty()) {
      return List.of();
    }
    var run = Shapes.run(text);
    if (small) {
      run.put("size", "Small").put("isSubtle", true);
    }
    styles.stream().sorted().forEach(style -> apply(style, run));
    return List.of(run);
  }

  private static void apply(String style, ObjectNode run) {
    switch (style) {
      case "bold" -> run.put("weight", "Bolder");
      case "code" -> run.put("fontType", "Monospace");
      default -> run.put(style, true);
    }
  }

  private static String nameOf(Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case STRIKE -> "strikethrough";
    };
  }

  private static Set<String> with(Set<String> styles, String another) {
    var all = new HashSet<>(styles);
    all.add(another);
    return all;
  }
}
