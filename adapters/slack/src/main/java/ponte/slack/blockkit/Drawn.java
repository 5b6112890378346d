package ponte.slack.blockkit;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of Slack, ready to be posted.
 *
 * @param text what it says without its blocks, escaped, 1 to 3,000 characters
 * @param blocks 1 to 50
 */
public record Drawn(String text, List<ObjectNode> blocks) {

  public Drawn {
    blocks = List.copyOf(blocks);
  }
}
