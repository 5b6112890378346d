package ponte.app.cli;

import java.util.List;
import ponte.command.Command;
import ponte.guide.Wording;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reply as JSON: {@code language} and {@code blocks}, each with its {@code type} ({@code
 * heading}, {@code text}, {@code note}, {@code person}, {@code list}, {@code suggestions}) and
 * plain words; links are the console's paths of messages, suggestions what could be asked next.
 */
record JsonReply(Names names) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  String write(Reply reply) {
    var root = MAPPER.createObjectNode();
    root.put("language", reply.language().locale().getLanguage());
    var blocks = root.putArray("blocks");
    var texts = Texts.in(reply.language());
    reply.blocks().forEach(block -> write(block, texts, blocks));
    return MAPPER.writeValueAsString(root);
  }

  private void write(Block block, Texts texts, ArrayNode blocks) {
    switch (block) {
      case Block.Heading(var text) -> typed(blocks, "heading").put("text", text);
      case Block.Paragraph(var text) -> typed(blocks, "text").put("text", names.words(text));
      case Block.Note(var text) -> typed(blocks, "note").put("text", names.words(text));
      case Block.PersonCard card -> {
        var person = typed(blocks, "person");
        person.put("id", card.person().id().toString());
        person.put("name", card.person().name());
        person.put("title", card.person().title());
        var reasons = person.putArray("reasons");
        card.reasons().forEach(reason -> reasons.add(names.words(reason)));
        write(card.evidence(), person.putArray("evidence"));
      }
      case Block.Listing(var title, var items) -> {
        var listing = typed(blocks, "list");
        listing.put("title", title);
        write(items, listing.putArray("items"));
      }
      case Block.File(var name, var label, var content) -> {
        var file = typed(blocks, "file");
        file.put("name", name);
        file.put("label", label);
        file.put("content", content);
      }
      case Block.Picture(var name, var label, var alternative, var png) -> {
        var picture = typed(blocks, "picture");
        picture.put("name", name);
        picture.put("label", label);
        picture.put("alternative", alternative);
        picture.put("png", png);
      }
      case Block.FillIn(var form, _) ->
          typed(blocks, "suggestions")
              .set(
                  "words",
                  MAPPER.valueToTree(List.of(texts.say("form." + form.kind() + ".words"))));
      case Block.Buttons(var buttons) -> {
        var typed =
            buttons.stream()
                .filter(each -> !(each.command() instanceof Command.Recap))
                .flatMap(each -> Wording.of(each.command(), texts).stream())
                .toList();
        if (!typed.isEmpty()) {
          typed(blocks, "suggestions").set("words", MAPPER.valueToTree(typed));
        }
      }
    }
  }

  private static ObjectNode typed(ArrayNode blocks, String type) {
    return blocks.addObject().put("type", type);
  }

  private void write(List<Block.Item> items, ArrayNode into) {
    for (var item : items) {
      var node = into.addObject();
      var lines = node.putArray("lines");
      item.lines().forEach(line -> lines.add(names.words(line)));
      node.put("about", names.words(item.small()));
      var links = node.putArray("links");
      Permalinks.in(item).forEach(links::add);
    }
  }
}
