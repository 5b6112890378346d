package ponte.slack.blockkit;

import java.util.Collection;
import java.util.List;
import ponte.reply.Cut;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The objects that Block Kit is made of. */
final class Shapes {

  private Shapes() {}

  static ObjectNode object(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  static ObjectNode with(String type, String list, Collection<? extends JsonNode> members) {
    var object = object(type);
    object.putArray(list).addAll(members);
    return object;
  }

  /** Text in which nothing is markup, not even an emoji's name; Slack takes no blank one. */
  static ObjectNode plain(String text, int most) {
    var shown = text.isBlank() ? "…" : Cut.shortened(text, most);
    return object("plain_text").put("text", shown).put("emoji", false);
  }

  /** Text whose markup is all ours: Slack is to find no further links or mentions in it. */
  static ObjectNode mrkdwn(String text) {
    return object("mrkdwn").put("text", text).put("verbatim", true);
  }

  static ObjectNode header(String text) {
    var header = object("header");
    header.set("text", plain(text, Limits.HEADER));
    return header;
  }

  static ObjectNode context(String mrkdwn) {
    return with("context", "elements", List.of(mrkdwn(mrkdwn)));
  }

  static ObjectNode richText(List<ObjectNode> elements) {
    return with("rich_text", "elements", elements);
  }

  static ObjectNode actions(List<ObjectNode> elements) {
    return with("actions", "elements", elements);
  }

  static ObjectNode divider() {
    return object("divider");
  }
}
