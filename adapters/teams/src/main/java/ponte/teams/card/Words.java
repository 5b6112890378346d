package ponte.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Cut;
import ponte.reply.InWords;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says in words alone what cards show: for notifications, and to those who cannot see them. */
final class Words {

  private final InWords words;

  Words(Pointers pointers) {
    this.words = new InWords(person -> Names.of(person, pointers), Glyphs::of);
  }

  /** The words, a line each, in as many bytes as the place for them has. */
  static String text(List<String> lines) {
    var words =
        lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n")).strip();
    int room = Limits.FALLBACK;
    var text = Cut.shortened(words, room);
    while (bytes(Neutral.text(text)) > Limits.FALLBACK) {
      room = room / 2;
      text = Cut.shortened(words, room);
    }
    return text;
  }

  /** How many bytes a text takes in JSON. */
  private static int bytes(String text) {
    return JsonNodeFactory.instance
        .stringNode(text)
        .toString()
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  String of(RichText text) {
    return words.of(text);
  }

  String of(Block.Item item) {
    return words.of(item);
  }

  String words(List<Span> spans) {
    return words.of(spans);
  }
}
