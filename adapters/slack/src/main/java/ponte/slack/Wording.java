package ponte.slack;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;

/**
 * Finds the words in a message that are its author's own.
 *
 * <p>What Slack adds is left out: previews of links, other people's messages that were shared, the
 * sentence around a file.
 */
final class Wording {

  private final Mrkdwn mrkdwn;
  private final Blocks blocks;

  Wording(Mrkdwn mrkdwn, WorkspaceId workspace) {
    this.mrkdwn = mrkdwn;
    this.blocks = new Blocks(workspace, mrkdwn);
  }

  RichText of(SlackMessage message, Message.Kind kind) {
    var json = message.json();
    var text = text(message);
    if (kind != Message.Kind.BOT) {
      return text.isBlank() ? blocks.read(json.path("blocks")) : mrkdwn.parse(text);
    }
    var words = text.isBlank() ? blocks.read(json.path("blocks")) : mrkdwn.parse(text);
    return joined(words, attachments(json.path("attachments")));
  }

  private static String text(SlackMessage message) {
    var json = message.json();
    var text = Fields.text(json, "text");
    return switch (message.subtype()) {
      case "file_comment" -> Fields.text(json.path("comment"), "comment");
      // Until 2018 the text was a sentence of Slack's about the file, with the words at its end.
      case "file_share" ->
          json.path("file").isObject()
              ? Fields.text(json.path("file").path("initial_comment"), "comment")
              : text;
      default -> text;
    };
  }

  /** What a program says in attachments; previews of links are not its words. */
  private RichText attachments(JsonNode attachments) {
    var lines = new ArrayList<String>();
    for (var attachment : attachments.values()) {
      if (attachment.has("from_url") || attachment.has("original_url")) {
        continue;
      }
      int before = lines.size();
      addLine(lines, attachment, "pretext");
      addLine(lines, attachment, "title");
      addLine(lines, attachment, "text");
      for (var field : attachment.path("fields").values()) {
        addLine(lines, field, "title");
        addLine(lines, field, "value");
      }
      if (lines.size() == before) {
        addLine(lines, attachment, "fallback");
      }
    }
    return mrkdwn.parse(String.join("\n", lines));
  }

  private static void addLine(List<String> lines, JsonNode object, String field) {
    var text = Fields.text(object, field);
    if (!text.isBlank()) {
      lines.add(text);
    }
  }

  private static RichText joined(RichText first, RichText second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    var all = new SpanList();
    first.spans().forEach(all::add);
    var rest = new SpanList();
    second.spans().forEach(rest::add);
    all.addLines(rest);
    return new RichText(all.spans());
  }
}
