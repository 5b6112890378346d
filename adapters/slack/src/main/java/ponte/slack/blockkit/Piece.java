package ponte.slack.blockkit;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Blocks that stay together in one message.
 *
 * @param words what they say, for those who cannot see them
 * @param characters how many of the message's characters they take
 */
record Piece(List<ObjectNode> blocks, String words, int characters) {

  Piece {
    blocks = List.copyOf(blocks);
  }

  static Piece of(ObjectNode block, String words) {
    return new Piece(List.of(block), words, words.length());
  }
}
