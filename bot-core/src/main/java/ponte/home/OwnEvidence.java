package ponte.home;

import java.util.List;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Lets people say which of their conversations do not show what they know. */
public final class OwnEvidence {

  private final Archive archive;
  private final Preferences preferences;

  public OwnEvidence(Archive archive, Preferences preferences) {
    this.archive = archive;
    this.preferences = preferences;
  }

  /** The conversation of a message is not to count for the asker. */
  public Reply strike(Command.Strike command, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    var message = command.message();
    preferences.strike(
        person, archive.find(message, asker.audience()).map(Filed::conversation).orElse(message));
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(),
        List.of(
            Block.Paragraph.plain(texts.say("topics.struck")),
            Saying.buttons(
                Button.of(texts.say("command.my-topics"), new Command.MyTopics()),
                Button.of(texts.say("topics.strike-none"), new Command.StrikeNone()))));
  }

  /** All are to count again. */
  public Reply strikeNone(Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    preferences.strikeNone(person);
    return Saying.says(asker, "topics.struck-none");
  }
}
