package ponte.home;

import java.util.List;
import ponte.bot.Asker;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** The few forms in which a person is told about what is theirs. */
final class Saying {

  private Saying() {}

  static Reply says(Asker asker, String situation, Object... values) {
    return Reply.saying(Texts.in(asker.language()), situation, values);
  }

  static Block buttons(Button... buttons) {
    return new Block.Buttons(List.of(buttons));
  }
}
