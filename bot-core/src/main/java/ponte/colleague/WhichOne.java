package ponte.colleague;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Asks which colleague was meant by a name that several have, or none. */
public final class WhichOne {

  private static final int MOST = 5;

  private WhichOne() {}

  /**
   * The question, with a button for each who may be meant. Who is nobody in particular is offered
   * nothing to press.
   *
   * @param command what is wished for of the one who is meant
   */
  public static Reply asked(
      Meant.Unclear unclear, Asker asker, Function<PersonId, Command> command) {
    var texts = Texts.in(asker.language());
    return switch (unclear) {
      case Meant.Several(var name, var people) ->
          reply(texts.say("which.several", name), people, asker, command);
      case Meant.Nobody(var name, var similar) ->
          reply(
              texts.say(similar.isEmpty() ? "which.nobody" : "which.nobody.similar", name),
              similar,
              asker,
              command);
    };
  }

  private static Reply reply(
      String question, List<Person> people, Asker asker, Function<PersonId, Command> command) {
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(question));
    if (asker.person() != null && !people.isEmpty()) {
      blocks.add(
          new Block.Buttons(
              people.stream()
                  .limit(MOST)
                  .map(
                      person -> Button.of(label(person, people, texts), command.apply(person.id())))
                  .toList()));
    }
    if (people.size() > MOST) {
      blocks.add(new Block.Note(RichText.plain(texts.say("which.more"))));
    }
    return new Reply(texts.language(), blocks);
  }

  /** What tells one from the others of the same name: the title, else the handle. */
  private static String label(Person person, List<Person> people, Texts texts) {
    var name = person.name();
    var title = person.title();
    var isTheOnlyOne =
        people.stream()
                .filter(other -> other.name().equals(name) && other.title().equals(title))
                .count()
            == 1;
    if (!title.isEmpty() && isTheOnlyOne) {
      return texts.say("which.one", name, title);
    }
    return person.handle().isEmpty() ? name : texts.say("which.one", name, "@" + person.handle());
  }
}
