package ponte.slack.blockkit;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Blocks that stay together in one message.
 *
 * @param words what they say, for those who cannot see them
 */
record Piece(List<ObjectNode> blocks, String words) {

  Piece {
    blocks = List.copyOf(blocks);
  }

  static Piece of(ObjectNode block, String words) {
    return new Piece(List.of(block), words);
  }

  /** How many of a message's characters it takes. */
  int characters() {
    return blocks.stream().mapToInt(Piece::characters).sum();
  }

  private static int characters(JsonNode node) {
    int own =
        node.path("text").stringValue("").length()
            + node.path("url").stringValue("").length()
            + node.path("name").stringValue("").length();
    return own + node.values().stream().mapToInt(Piece::characters).sum();
  }
}
