package ponte.teams.card;

import java.util.ArrayList;
import java.util.List;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Cut;
import ponte.reply.Reply;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * People as a search in the compose box shows them,
 * <https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search>.
 */
final class Results {

  private static final int PREVIEW = 200;

  private final Words words;

  Results(Pointers pointers) {
    this.words = new Words(pointers);
  }

  ObjectNode of(Reply reply) {
    var people =
        reply.blocks().stream()
            .filter(Block.PersonCard.class::isInstance)
            .map(Block.PersonCard.class::cast)
            .map(card -> result(card, reply.language()))
            .toList();
    var body = JsonNodeFactory.instance.objectNode();
    var extension = body.putObject("composeExtension");
    if (people.isEmpty()) {
      extension.put("type", "message").put("text", said(reply));
    } else {
      extension.put("type", "result").put("attachmentLayout", "list");
      extension.putArray("attachments").addAll(people);
    }
    return body;
  }

  /** What goes into the message, with what only the asker sees in the list beside it. */
  private ObjectNode result(Block.PersonCard card, Language language) {
    var name = Shapes.label(card.person().name(), Limits.NAME);
    var title = Cut.shortened(card.person().title(), Limits.NAME);
    var run = Shapes.run(name).put("weight", "Bolder");
    var elements = new ArrayList<ObjectNode>();
    elements.add(Shapes.rich(List.of(run)));
    if (!title.isBlank()) {
      elements.add(Shapes.small(title).put("spacing", "None"));
    }
    var why = Cut.shortened(words.of(card.reasons().getFirst()).strip(), PREVIEW);
    var preview = attachment("application/vnd.microsoft.card.thumbnail");
    preview
        .putObject("content")
        .put("title", html(title.isBlank() ? name : name + " · " + title))
        .put("text", html(why));
    var result = attachment(Cards.CONTENT_TYPE);
    result.set("content", Cards.card(elements, Words.text(List.of(name, title)), language));
    result.set("preview", preview);
    return result;
  }

  private String said(Reply reply) {
    var lines = new ArrayList<String>();
    for (var block : reply.blocks()) {
      switch (block) {
        case Block.Heading(var text) -> lines.add(text);
        case Block.Paragraph(var text) -> lines.add(words.of(text));
        case Block.Note(var text) -> lines.add(words.of(text));
        case Block.PersonCard _, Block.Listing _, Block.Buttons _ -> {}
        case Block.FillIn _, Block.File _, Block.Picture _ -> {}
      }
    }
    var said = Words.text(lines);
    return said.isBlank() ? Cards.texts(reply.language()).say("empty") : said;
  }

  private static ObjectNode attachment(String contentType) {
    return JsonNodeFactory.instance.objectNode().put("contentType", contentType);
  }

  /** Thumbnails take HTML. */
  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
