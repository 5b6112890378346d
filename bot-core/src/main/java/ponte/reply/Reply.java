package ponte.reply;

import java.util.List;
import ponte.nlp.Language;

/** What Ponte says, from top to bottom, in one language. */
public record Reply(Language language, List<Block> blocks) {

  public Reply {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a reply says something");
    }
  }

  /**
   * One paragraph.
   *
   * @param situation as {@link Texts#say} takes it, with its values
   */
  public static Reply saying(Texts texts, String situation, Object... values) {
    return new Reply(
        texts.language(), List.of(Block.Paragraph.plain(texts.say(situation, values))));
  }
}
