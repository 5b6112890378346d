package ponte.teams.delivery;

import ponte.reply.Block;
import ponte.teams.card.Cards;
import ponte.teams.card.Drawn;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted:
 * <https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object>.
 */
final class Activities {

  private Activities() {}

  /** A message that is a card; its words are what notifications say. */
  static ObjectNode card(Drawn drawn) {
    var message = message().put("summary", drawn.summary());
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", Cards.CONTENT_TYPE)
        .set("content", drawn.card());
    return message;
  }

  /**
   * A message that is a picture, in itself:
   * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/agents-inline-images>. Its
   * size is not counted among a message's,
   * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages>; a
   * picture has 1024 dots a side and 1 MB at most.
   */
  static ObjectNode picture(Block.Picture picture) {
    var message = message().put("summary", picture.label());
    message
        .putArray("attachments")
        .addObject()
        .put("contentType", "image/png")
        .put("contentUrl", "data:image/png;base64," + picture.png())
        .put("name", picture.alternative());
    return message;
  }

  /** A message in which nothing is markup. */
  static ObjectNode text(String text) {
    return message().put("text", text).put("textFormat", "plain").put("summary", text);
  }

  static ObjectNode typing() {
    return JsonNodeFactory.instance.objectNode().put("type", "typing");
  }

  static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("type", "message");
  }
}
