package ponte.web.paper;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Edition;
import ponte.reply.Texts;
import ponte.web.Emoji;
import ponte.web.Links;

/** A digest in CommonMark. Words of people are escaped: they can make no mark of their own. */
final class Markdown {

  private static final String MARKS = "\\`*_{}[]()<>#!|~&";

  /** Makes a list or a title only where a line begins with it. */
  private static final Pattern AT_THE_START = Pattern.compile("^(?=[-+=])|^(\\d+)(?=\\.)");

  private final Pointers pointers;

  Markdown(Pointers pointers) {
    this.pointers = pointers;
  }

  String of(Edition edition) {
    var text = new StringBuilder("# ").append(escaped(edition.title())).append("\n");
    edition.notes().forEach(note -> text.append("\n").append(line(note)).append("\n"));
    write(edition.first(), text);
    if (!edition.rest().isEmpty()) {
      var more = Texts.of("ponte.web.texts", edition.language()).say("digest.rest");
      text.append("\n---\n\n*").append(escaped(more)).append("*\n");
      write(edition.rest(), text);
    }
    return text.toString();
  }

  private void write(List<Edition.Section> sections, StringBuilder text) {
    for (var section : sections) {
      if (!section.title().isEmpty()) {
        text.append("\n## ").append(escaped(section.title())).append("\n");
      }
      text.append("\n");
      for (var line : section.lines()) {
        var lines =
            Stream.concat(line.item().lines().stream(), Stream.of(line.item().small()))
                .filter(each -> !each.isEmpty())
                .map(this::line)
                .toList();
        text.append("- ").append(String.join("\\\n  ", lines)).append("\n");
      }
    }
  }

  private String line(RichText text) {
    return AT_THE_START.matcher(spans(text.spans()).strip()).replaceFirst(Markdown::mute);
  }

  private static String mute(MatchResult start) {
    return Matcher.quoteReplacement((start.group(1) == null ? "" : start.group(1)) + "\\");
  }

  private String spans(List<Span> spans) {
    return spans.stream().map(this::span).collect(Collectors.joining());
  }

  private String span(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> escaped(text);
      case Span.Mention(var person) -> "**" + escaped(pointers.name(person)) + "**";
      case Span.Broadcast(var name) -> escaped("@" + name);
      case Span.ChannelLink(_, var name) -> escaped("#" + name);
      case Span.MessageLink(var message, var label) -> link(pointers.address(message), label);
      case Span.Link(var url, var label) ->
          Links.harmless(url).map(safe -> link(safe, label)).orElseGet(() -> escaped(label));
      case Span.Code(var code) -> code(code);
      case Span.CodeBlock(var code) -> code(code);
      case Span.Emoji(var name) -> escaped(Emoji.character(name));
      case Span.Quote(var quoted) -> spans(quoted);
      case Span.Styled(var style, var styled) -> {
        var mark =
            switch (style) {
              case BOLD -> "**";
              case ITALIC -> "*";
              case STRIKE -> "~~";
            };
        var inner = spans(styled).strip();
        yield inner.isEmpty() ? "" : mark + inner + mark;
      }
    };
  }

  /** Within angle brackets an address may have brackets of its own. */
  private static String link(String address, String label) {
    var safe =
        address.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replaceAll("\\s", "");
    return "[" + escaped(label) + "](<" + safe + ">)";
  }

  /** Between more backticks than are in it. */
  private static String code(String code) {
    var oneLine = code.replaceAll("\\s+", " ").strip();
    var fence = "`";
    while (oneLine.contains(fence)) {
      fence += "`";
    }
    var space = oneLine.startsWith("`") || oneLine.endsWith("`") ? " " : "";
    return oneLine.isEmpty() ? "" : fence + space + oneLine + space + fence;
  }

  private static String escaped(String words) {
    var escaped = new StringBuilder();
    words
        .replaceAll("\\s+", " ")
        .codePoints()
        .forEach(
            character -> {
              if (MARKS.indexOf(character) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(character);
            });
    return escaped.toString();
  }
}
