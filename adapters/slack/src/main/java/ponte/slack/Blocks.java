package ponte.slack;

import java.util.List;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;

/** Slack's blocks, read into the domain's text: what their reader sees as words. */
final class Blocks {

  private static final Set<String> WITH_ELEMENTS = Set.of("context", "rich_text");

  private final WorkspaceId workspace;
  private final Mrkdwn mrkdwn;

  Blocks(WorkspaceId workspace, Mrkdwn mrkdwn) {
    this.workspace = workspace;
    this.mrkdwn = mrkdwn;
  }

  /** Reads a message's blocks, each from a line of its own. */
  RichText read(JsonNode blocks) {
    var into = new SpanList();
    for (var block : blocks.values()) {
      var type = Fields.text(block, "type");
      if (WITH_ELEMENTS.contains(type)) {
        for (var element : block.path("elements").values()) {
          into.addLines(type.equals("context") ? text(element) : richText(element));
        }
      } else {
        into.addLines(text(block.path("text")));
        for (var field : block.path("fields").values()) {
          into.addLines(text(field));
        }
      }
    }
    return into.isEmpty() ? RichText.EMPTY : new RichText(into.spans());
  }

  /** A text object: {@code {"type": "mrkdwn", "text": "…"}}. */
  private SpanList text(JsonNode object) {
    var into = new SpanList();
    var text = Fields.text(object, "text");
    if (Fields.text(object, "type").equals("plain_text")) {
      into.text(text);
    } else {
      mrkdwn.parse(text).spans().forEach(into::add);
    }
    return into;
  }

  private SpanList richText(JsonNode element) {
    return switch (Fields.text(element, "type")) {
      case "rich_text_section" -> inline(element);
      case "rich_text_list" -> list(element);
      case "rich_text_quote" -> whole(new Span.Quote(inline(element).spans()));
      case "rich_text_preformatted" -> whole(new Span.CodeBlock(words(element)));
      default -> new SpanList();
    };
  }

  private static String words(JsonNode preformatted) {
    var words = new StringBuilder();
    for (var element : preformatted.path("elements").values()) {
      words.append(Fields.firstText(element, "text", "url"));
    }
    return words.toString();
  }

  private static SpanList whole(Span span) {
    return new SpanList().add(span);
  }

  private SpanList list(JsonNode element) {
    var into = new SpanList();
    var indent = "    ".repeat(Math.clamp(element.path("indent").intValue(0), 0, 8));
    boolean ordered = Fields.text(element, "style").equals("ordered");
    int number = Math.max(0, element.path("offset").intValue(0));
    for (var item : element.path("elements").values()) {
      number++;
      var line = new SpanList().text(indent).text(ordered ? number + ". " : "• ");
      into.addLines(line.addAll(inline(item)));
    }
    return into;
  }

  private SpanList inline(JsonNode section) {
    var into = new SpanList();
    for (var element : section.path("elements").values()) {
      inline(element, into);
    }
    return into;
  }

  private void inline(JsonNode element, SpanList into) {
    switch (Fields.text(element, "type")) {
      case "user" -> {
        var id = Fields.id(element, "user_id");
        if (id != null) {
          into.add(new Span.Mention(new PersonId(workspace, id)));
        }
      }
      case "usergroup" -> into.add(new Span.Broadcast(Fields.text(element, "usergroup_id")));
      case "broadcast" -> into.add(new Span.Broadcast(Fields.text(element, "range")));
      case "channel" -> {
        var id = Fields.id(element, "channel_id");
        if (id != null) {
          into.add(new Span.ChannelLink(new ChannelId(workspace, id), mrkdwn.channelName(id)));
        }
      }
      case "emoji" -> into.add(new Span.Emoji(emoji(Fields.text(element, "name"))));
      case "link" -> {
        var url = Fields.text(element, "url");
        var label = Fields.firstText(element, "text");
        into.add(styled(Bracket.linked(url, label.isEmpty() ? url : label), element));
      }
      case "text" -> into.add(styled(new Span.Plain(Fields.text(element, "text")), element));
      default -> into.text(Fields.firstText(element, "text", "fallback", "value"));
    }
  }

  private static String emoji(String name) {
    int tone = name.indexOf("::");
    return tone < 0 ? name : name.substring(0, tone);
  }

  private static Span styled(Span span, JsonNode element) {
    var style = element.path("style");
    var styled = span;
    if (Fields.isTrue(style, "code") && span instanceof Span.Plain(var text)) {
      styled = new Span.Code(text);
    }
    if (Fields.isTrue(style, "strike")) {
      styled = new Span.Styled(Style.STRIKE, List.of(styled));
    }
    if (Fields.isTrue(style, "italic")) {
      styled = new Span.Styled(Style.ITALIC, List.of(styled));
    }
    return Fields.isTrue(style, "bold") ? new Span.Styled(Style.BOLD, List.of(styled)) : styled;
  }
}
