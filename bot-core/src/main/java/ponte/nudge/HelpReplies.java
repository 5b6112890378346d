package ponte.nudge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** What the asker reads of a question that nobody answered. */
final class HelpReplies {

  private HelpReplies() {}

  /** What somebody reads: what they chose, else what their platform says. */
  static Language language(@Nullable Language chosen, @Nullable Person person) {
    var told = person == null ? null : person.language();
    return chosen != null ? chosen : told != null ? told : Language.ENGLISH;
  }

  /**
   * Whether colleagues are to be asked, or another channel.
   *
   * @param elsewhere where it may find an answer, where there is nobody to ask; null: there is
   * @param most so many colleagues are asked at once
   * @param unnamed whether they may be asked without the asker's name
   */
  static Reply offer(
      Followed question,
      String topic,
      Channel room,
      @Nullable Channel elsewhere,
      int most,
      boolean unnamed,
      Asker asker) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            texts.rich("help.unanswered", new Span.ChannelLink(room.id(), room.name()))));
    blocks.add(new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(topic))))));
    blocks.add(new Block.Paragraph(link(question.question(), texts)));
    var first =
        elsewhere == null
            ? Button.primary(
                texts.say("help.ask-colleagues"), command(question, Deed.ASK_COLLEAGUES))
            : Button.primary(
                texts.say("help.ask-room", elsewhere.name()), command(question, Deed.ASK_ROOM));
    blocks.add(
        Block.Paragraph.plain(
            elsewhere == null
                ? texts.say("help.offer", most)
                : texts.say("help.offer-room", elsewhere.name())));
    var buttons = new ArrayList<Button>();
    buttons.add(first);
    if (unnamed && elsewhere == null) {
      buttons.add(Button.of(texts.say("help.ask-unnamed"), command(question, Deed.SHOW_UNNAMED)));
    }
    buttons.add(Button.of(texts.say("help.solved"), command(question, Deed.SOLVED)));
    buttons.add(Button.of(texts.say("help.leave"), command(question, Deed.LEAVE)));
    buttons.add(Button.of(texts.say("help.never"), new Command.StopHelp()));
    blocks.add(new Block.Buttons(buttons));
    blocks.add(new Block.Note(RichText.plain(texts.say("help.once"))));
    return new Reply(texts.language(), blocks);
  }

  private static Command command(Followed question, Deed deed) {
    return new Command.OnMyQuestion(question.conversation(), deed);
  }

  /** Something said of a question, with its link. */
  static Reply of(Followed question, String situation, Texts texts, Object... values) {
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(texts.say(situation, values)),
            new Block.Paragraph(link(question.question(), texts))));
  }

  static RichText link(MessageId question, Texts texts) {
    return RichText.of(new Span.MessageLink(question, texts.say("invitation.question")));
  }
}
