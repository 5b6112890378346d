package ponte.unnamed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.command.Command.Sheet;
import ponte.command.Nameless;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** What people read of questions whose asker is not told. */
final class UnnamedReplies {

  private UnnamedReplies() {}

  /**
   * Shows the asker what colleagues would read, word for word, and what they would not.
   *
   * @param room where the question stands with the asker's name; null: nowhere
   * @param send what the button gives that has them asked
   */
  static Reply preview(
      String words, @Nullable Channel room, Command send, int most, Language language) {
    var texts = Texts.in(language);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("unnamed.preview.title")));
    blocks.add(Block.Paragraph.plain(texts.say("unnamed.preview.lead", most)));
    blocks.add(quoted(texts.say("unnamed.ask")));
    blocks.add(quoted(words));
    blocks.add(quoted(texts.say("unnamed.offer")));
    blocks.add(Block.Paragraph.plain(texts.say("unnamed.preview.hidden")));
    if (room != null) {
      blocks.add(
          new Block.Paragraph(
              texts.rich(
                  "unnamed.preview.standing", new Span.ChannelLink(room.id(), room.name()))));
    }
    blocks.add(Block.Paragraph.plain(texts.say("unnamed.preview.answers")));
    blocks.add(
        new Block.Buttons(
            List.of(
                Button.primary(texts.say("unnamed.send"), send),
                Button.of(texts.say("unnamed.dismiss"), new Command.Dismiss()))));
    blocks.add(new Block.Note(RichText.plain(texts.say("unnamed.preview.machine"))));
    return new Reply(language, blocks);
  }

  /** That colleagues are asked. */
  static Reply asking(UnnamedQuestion question, int most, Language language) {
    var texts = Texts.in(language);
    return new Reply(
        language,
        List.of(
            Block.Paragraph.plain(texts.say("unnamed.asking", most)),
            new Block.Buttons(
                List.of(
                    Button.of(
                        texts.say("unnamed.take-back"),
                        new Command.WithoutName(new Nameless.TakeBack(question.back())))))));
  }

  /** The question as colleagues read it. */
  static Reply question(UnnamedQuestion question, Language language) {
    var texts = Texts.in(language);
    var buttons = new ArrayList<Button>();
    buttons.add(
        Button.primary(
            texts.say("unnamed.answer"), new Command.FillIn(Sheet.ANSWER, question.id())));
    for (var rsvp : List.of(Rsvp.PASS, Rsvp.NOT_MY_TOPIC, Rsvp.LATER, Rsvp.NEVER)) {
      buttons.add(
          Button.of(
              texts.say("invitation." + rsvp.name().toLowerCase(Locale.ROOT).replace('_', '-')),
              new Command.WithoutName(new Nameless.Say(question.id(), rsvp))));
    }
    return new Reply(
        language,
        List.of(
            Block.Paragraph.plain(texts.say("unnamed.ask")),
            quoted(question.words()),
            Block.Paragraph.plain(texts.say("unnamed.offer")),
            new Block.Buttons(buttons),
            new Block.Note(RichText.plain(texts.say("unnamed.silent")))));
  }

  /** An answer as the asker reads it. */
  static Reply answer(UnnamedQuestion question, Person colleague, String words, Language language) {
    var texts = Texts.in(language);
    return new Reply(
        language,
        List.of(
            new Block.Paragraph(
                texts.rich("unnamed.answer-for-you", new Span.Mention(colleague.id()))),
            quoted(question.words()),
            Block.Paragraph.plain(words),
            new Block.Note(RichText.plain(texts.say("unnamed.reveal", colleague.name())))));
  }

  private static Block quoted(String words) {
    return new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(words)))));
  }
}
