package ponte.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Slack refuses, written down once more from its pages: docs.slack.dev, "Blocks", "Block
 * elements", "Composition objects", "chat.postMessage", "Views".
 */
final class BlockKitLimits {

  private static final Set<String> MESSAGE_BLOCKS =
      Set.of("header", "context", "rich_text", "actions", "divider");

  private BlockKitLimits() {}

  static void hold(Drawn message) {
    assertThat(message.text()).isNotBlank();
    assertThat(message.text().length()).isLessThanOrEqualTo(3000);
    assertThat(message.blocks()).hasSizeBetween(1, 50);
    hold(message.blocks());
    int texts = message.blocks().stream().mapToInt(BlockKitLimits::characters).sum();
    assertThat(texts).isLessThanOrEqualTo(13_200);
  }

  static void hold(JsonNode view) {
    assertThat(view.path("blocks").size()).isBetween(1, 100);
    var blocks = new ArrayList<ObjectNode>();
    view.path("blocks").values().forEach(block -> blocks.add((ObjectNode) block));
    hold(blocks);
  }

  private static void hold(List<ObjectNode> blocks) {
    var actions = new HashSet<String>();
    for (var block : blocks) {
      assertThat(type(block)).isIn(MESSAGE_BLOCKS);
      switch (type(block)) {
        case "header" -> text(block.path("text"), "plain_text", 150);
        case "context" -> {
          assertThat(block.path("elements").size()).isBetween(1, 10);
          block.path("elements").values().forEach(each -> text(each, "mrkdwn", 3000));
        }
        case "actions" -> {
          assertThat(block.path("elements").size()).isBetween(1, 25);
          block.path("elements").values().forEach(each -> button(each, actions));
        }
        case "rich_text" -> richText(block);
        default -> assertThat(type(block)).isEqualTo("divider");
      }
    }
  }

  private static void richText(JsonNode block) {
    assertThat(block.path("elements").size()).isPositive();
    assertThat(characters(block)).isLessThanOrEqualTo(3300);
    for (var element : block.path("elements").values()) {
      assertThat(element.path("elements").size()).isPositive();
      if (type(element).equals("rich_text_list")) {
        assertThat(element.path("style").stringValue("")).isEqualTo("bullet");
        for (var line : element.path("elements").values()) {
          assertThat(type(line)).isEqualTo("rich_text_section");
          assertThat(line.path("elements").size()).isPositive();
          line.path("elements").values().forEach(BlockKitLimits::inline);
        }
      } else {
        assertThat(type(element))
            .isIn("rich_text_section", "rich_text_quote", "rich_text_preformatted");
        element.path("elements").values().forEach(BlockKitLimits::inline);
      }
    }
  }

  private static void inline(JsonNode element) {
    switch (type(element)) {
      case "text" -> assertThat(element.path("text").stringValue("")).isNotEmpty();
      case "link" -> {
        assertThat(element.path("url").stringValue("")).matches("(?i)(https?|mailto):.{1,2990}");
        assertThat(element.path("text").stringValue("x")).isNotBlank();
      }
      case "user" -> assertThat(element.path("user_id").stringValue("")).matches("[UW][A-Z0-9]+");
      case "channel" ->
          assertThat(element.path("channel_id").stringValue("")).matches("[CG][A-Z0-9]+");
      default -> {
        assertThat(type(element)).isEqualTo("emoji");
        assertThat(element.path("name").stringValue("")).matches("[^\\s:]+(::skin-tone-[2-6])?");
      }
    }
  }

  private static void button(JsonNode button, Set<String> actions) {
    assertThat(type(button)).isEqualTo("button");
    text(button.path("text"), "plain_text", 75);
    assertThat(button.path("value").stringValue("")).hasSizeBetween(1, 2000);
    var action = button.path("action_id").stringValue("");
    assertThat(action).hasSizeBetween(1, 255);
    assertThat(actions.add(action)).as("action %s comes once", action).isTrue();
  }

  private static void text(JsonNode text, String type, int most) {
    assertThat(type(text)).isEqualTo(type);
    assertThat(text.path("text").stringValue("")).isNotBlank().hasSizeBetween(1, most);
  }

  /** What a block shows, with the addresses of its links. */
  private static int characters(JsonNode node) {
    if (node.isString()) {
      return 0;
    }
    int own =
        node.path("text").stringValue("").length()
            + node.path("url").stringValue("").length()
            + node.path("name").stringValue("").length();
    return own + node.values().stream().mapToInt(BlockKitLimits::characters).sum();
  }

  private static String type(JsonNode node) {
    return node.path("type").stringValue("");
  }
}
