package ponte.slack.blockkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Lines of a list on their way into one block of rich text. */
final class BulletList {

  private final List<ObjectNode> head;
  private final List<ObjectNode> lines = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private int characters;

  /**
   * @param head what stands above the first line
   */
  BulletList(String title, List<ObjectNode> head) {
    this.head = head;
    this.characters = title.length();
    if (!title.isBlank()) {
      words.add(title);
    }
  }

  boolean hasRoom(int more) {
    return lines.isEmpty() || characters + more <= Limits.TEXT;
  }

  void add(List<ObjectNode> line, String said, int length) {
    if (!line.isEmpty()) {
      lines.add(Shapes.with("rich_text_section", "elements", line));
    }
    words.add(said);
    characters += length;
  }

  /** Puts it among the pieces, if there is anything of it; what follows is another list. */
  BulletList closed(List<ObjectNode> below, List<Piece> into) {
    var elements = new ArrayList<>(head);
    if (!lines.isEmpty()) {
      elements.add(Shapes.with("rich_text_list", "elements", lines).put("style", "bullet"));
    }
    var blocks = new ArrayList<ObjectNode>();
    if (!elements.isEmpty()) {
      blocks.add(Shapes.richText(elements));
    }
    blocks.addAll(below);
    if (!blocks.isEmpty()) {
      into.add(new Piece(blocks, String.join("\n", words)));
    }
    return new BulletList("", List.of());
  }
}
