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
}
