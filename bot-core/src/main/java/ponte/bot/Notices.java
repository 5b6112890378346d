package ponte.bot;

import java.util.ArrayList;
import java.util.List;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * What an administrator's rules want told beside an answer: that Ponte does not hear where it was
 * asked, and, once, that nobody takes part who did not say so.
 */
final class Notices {

  private final Directory directory;
  private final Preferences preferences;

  Notices(Directory directory, Preferences preferences) {
    this.directory = directory;
    this.preferences = preferences;
  }

  /** The reply with what is to be told beside it. */
  Reply beside(Reply reply, Asker asker, String request) {
    var texts = Texts.in(reply.language());
    var blocks = new ArrayList<>(reply.blocks());
    var channel = asker.channel();
    if (channel != null && !directory.hears(channel)) {
      blocks.add(new Block.Note(RichText.plain(texts.say("notice.not-heard"))));
    }
    var person = asker.person();
    if (person != null && preferences.isFirstContact(person, request)) {
      blocks.add(Block.Paragraph.plain(texts.say("notice.opt-in")));
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.of(texts.say("data.opt-in"), new Command.OptIn()),
                  Button.of(texts.say("notice.stay-out"), new Command.OptOut()))));
    }
    return blocks.size() == reply.blocks().size() ? reply : new Reply(reply.language(), blocks);
  }
}
