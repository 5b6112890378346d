package ponte.slack.blockkit;

import java.util.List;
import ponte.conversation.RichText;
import ponte.reply.Block;
import ponte.reply.Cut;
import ponte.reply.InWords;

/**
 * Says in words alone what blocks show: Slack reads it to those who cannot see them and writes it
 * into notifications.
 */
final class Fallback {

  private final InWords words;

  Fallback(Pointers pointers) {
    this.words = new InWords(person -> Names.of(person, pointers), name -> ":" + name + ":");
  }

  /** The words, a line each, at most 3,000 characters with the escapes. */
  static String text(List<String> lines) {
    var words = String.join("\n", lines).strip();
    int room = Limits.FALLBACK;
    var text = SmallPrint.neutral(Cut.shortened(words, room));
    while (text.length() > Limits.FALLBACK) {
      room = room / 2;
      text = SmallPrint.neutral(Cut.shortened(words, room));
    }
    return text;
  }

  String of(RichText text) {
    return words.of(text);
  }

  String of(Block.Item item) {
    return words.of(item);
  }
}
