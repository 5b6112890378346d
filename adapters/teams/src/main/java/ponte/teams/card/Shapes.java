package ponte.teams.card;

import java.util.Collection;
import java.util.List;
import ponte.reply.Cut;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The elements that cards are made of. */
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

  /** A label, of which no client takes a blank one. */
  static String label(String text, int most) {
    return text.isBlank() ? "…" : Cut.shortened(text.strip(), most);
  }

  /** A text block whose words are Markdown already. */
  static ObjectNode block(String markdown) {
    return object("TextBlock").put("text", markdown).put("wrap", true);
  }

  /** What stands above: a heading to those who hear it, too. */
  static ObjectNode heading(String text, String size) {
    return block(Neutral.text(label(text, Limits.HEADER)))
        .put("size", size)
        .put("weight", "Bolder")
        .put("style", "heading");
  }

  static ObjectNode small(String text) {
    return block(Neutral.text(text)).put("size", "Small").put("isSubtle", true);
  }

  static ObjectNode rich(Collection<ObjectNode> runs) {
    return with("RichTextBlock", "inlines", runs);
  }

  static ObjectNode run(String text) {
    return object("TextRun").put("text", Neutral.run(text));
  }

  static ObjectNode openUrl(String url) {
    return object("Action.OpenUrl").put("url", url);
  }

  static ObjectNode container(Collection<ObjectNode> items) {
    return with("Container", "items", items);
  }

  /** A line of a list, its dot before it. */
  static ObjectNode bullet(Collection<ObjectNode> items) {
    var dot = with("Column", "items", List.of(block("•"))).put("width", "auto");
    var line = with("Column", "items", items).put("width", "stretch").put("spacing", "Small");
    return with("ColumnSet", "columns", List.of(dot, line)).put("spacing", "Small");
  }
}
