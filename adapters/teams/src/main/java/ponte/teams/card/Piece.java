package ponte.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Elements that stay together in one message.
 *
 * @param words what they say, for those who cannot see them
 * @param mentions whom they call
 */
record Piece(List<ObjectNode> elements, String words, List<ObjectNode> mentions) {

  Piece {
    elements = List.copyOf(elements);
    mentions = List.copyOf(mentions);
  }

  static Piece of(List<ObjectNode> elements, String words) {
    return new Piece(elements, words, List.of());
  }

  static Piece of(ObjectNode element, String words) {
    return of(List.of(element), words);
  }

  /** How many bytes of a card it takes. */
  int bytes() {
    return bytes(elements) + bytes(mentions);
  }

  private static int bytes(List<ObjectNode> nodes) {
    return nodes.stream()
        .mapToInt(node -> node.toString().getBytes(StandardCharsets.UTF_8).length + 1)
        .sum();
  }
}
