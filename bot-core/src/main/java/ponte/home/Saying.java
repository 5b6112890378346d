package ponte.home;

import java.util.List;
import ponte.bot.Asker;
import ponte.conversation.RichText;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** The few forms in which a person is told about what is theirs. */
final class Saying {

  private Saying() {}

  static Reply says(Asker asker, String situation, Object... values) {
    var texts = Texts.in(asker.language());
    return new Reply(asker.language(), List.of(paragraph(texts.say(situation, values))));
  }

  static Block paragraph(String text) {
    return new Block.Paragraph(RichText.plain(text));
  }

  static Block buttons(Button... buttons) {
    return new Block.Buttons(List.of(buttons));
  }
}
