package ponte.expert;

import java.util.List;
import java.util.function.Function;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.reply.Reply;

/**
 * Asks which colleague was meant by a name that several have, or none.
 *
 * @param command what is wished for of the one who is meant
 */
record WhichOne(
    String situation, String name, List<Person> people, Function<PersonId, Command> command) {

  WhichOne(Colleagues.Meant.Several several, Function<PersonId, Command> command) {
    this("which.several", several.name(), several.people(), command);
  }

  WhichOne(Colleagues.Meant.Nobody nobody, Function<PersonId, Command> command) {
    this(
        nobody.similar().isEmpty() ? "which.nobody" : "which.nobody.similar",
        nobody.name(),
        nobody.similar(),
        command);
  }

  Reply asked(Asker asker) {
    var told = new Telling(asker).say(situation, name);
    people.forEach(
        person ->
            told.button("which.one", command.apply(person.id()), person.name(), person.handle()));
    return told.reply();
  }
}
