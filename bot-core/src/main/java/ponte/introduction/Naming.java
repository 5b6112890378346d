package ponte.introduction;

import java.util.ArrayList;
import java.util.List;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Person;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Makes out whom somebody means by a name, or asks them. */
final class Naming {

  private static final int MOST = 5;

  private final Colleagues colleagues;

  Naming(Colleagues colleagues) {
    this.colleagues = colleagues;
  }

  /** What became of a name. */
  sealed interface Meant {

    /** It is this colleague's. */
    record One(Command.Introduce introduce) implements Meant {}

    /** It has to be asked whose it is, or what about. */
    record Unclear(Reply reply) implements Meant {}
  }

  /** Whom a wish means. */
  Meant of(Command.IntroduceNamed wish, Asker asker) {
    var texts = Texts.in(asker.language());
    if (wish.topic().isEmpty()) {
      return new Meant.Unclear(
          reply(
              texts,
              new Block.Paragraph(
                  texts.rich(
                      "introduction.what-about",
                      wish.name(),
                      new Span.Code(texts.say("introduction.what-about.words", wish.name()))))));
    }
    var named = colleagues.named(wish.name(), asker);
    if (named.size() == 1) {
      return new Meant.One(new Command.Introduce(named.getFirst().id(), wish.topic()));
    }
    return new Meant.Unclear(
        named.isEmpty()
            ? nobody(wish, colleagues.similar(wish.name(), asker, MOST), texts)
            : which(wish, named, texts));
  }

  private static Reply nobody(Command.IntroduceNamed wish, List<Person> similar, Texts texts) {
    var nobody = texts.say("introduction.nobody", wish.name());
    return similar.isEmpty()
        ? reply(texts, paragraph(nobody))
        : reply(
            texts,
            paragraph(nobody + " " + texts.say("introduction.nobody.similar")),
            buttons(similar, wish.topic()));
  }

  private static Reply which(Command.IntroduceNamed wish, List<Person> people, Texts texts) {
    var blocks = new ArrayList<Block>();
    blocks.add(paragraph(texts.say("introduction.which", wish.name())));
    blocks.add(buttons(people.subList(0, Math.min(MOST, people.size())), wish.topic()));
    if (people.size() > MOST) {
      blocks.add(new Block.Note(RichText.plain(texts.say("introduction.which.more"))));
    }
    return new Reply(texts.language(), blocks);
  }

  private static Block buttons(List<Person> people, String topic) {
    return new Block.Buttons(
        people.stream()
            .map(person -> Button.of(label(person), new Command.Introduce(person.id(), topic)))
            .toList());
  }

  /** What tells two of the same name apart. */
  private static String label(Person person) {
    var also = person.title().isEmpty() ? "@" + person.handle() : person.title();
    return also.equals("@") ? person.name() : person.name() + ", " + also;
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(RichText.plain(text));
  }

  private static Reply reply(Texts texts, Block... blocks) {
    return new Reply(texts.language(), List.of(blocks));
  }
}
