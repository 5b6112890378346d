package ponte.expert;

import java.util.ArrayList;
import java.util.List;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Paragraphs, and below them buttons. */
final class Telling {

  private final Asker asker;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Button> buttons = new ArrayList<>();

  Telling(Asker asker) {
    this.asker = asker;
    this.texts = Texts.in(asker.language());
  }

  Texts texts() {
    return texts;
  }

  Telling say(String situation, Object... values) {
    blocks.add(Block.Paragraph.plain(texts.say(situation, values)));
    return this;
  }

  Telling and(List<Block> more) {
    blocks.addAll(more);
    return this;
  }

  /** Who is nobody in particular is offered nothing to press. */
  Telling button(String label, Command command, Object... values) {
    if (asker.person() != null) {
      buttons.add(Button.of(texts.say(label, values), command));
    }
    return this;
  }

  Reply reply() {
    var all = new ArrayList<>(blocks);
    if (!buttons.isEmpty()) {
      all.add(new Block.Buttons(buttons));
    }
    return new Reply(asker.language(), all);
  }
}
