package ponte.app.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nlp.Language;

/** As whom a command is given. */
record Identity(Directory directory, Language language) {

  /**
   * The person of this name, handle or id; without a name nobody in particular, who sees what
   * everybody may see.
   *
   * @throws Refusal if there is no such person, or more than one
   */
  Asker named(@Nullable String name) {
    if (name == null) {
      return new Asker(null, directory.everybody(), language, ZoneId.systemDefault());
    }
    var people = matching(name);
    if (people.isEmpty()) {
      throw new Refusal(2, "cli.no-such-person", name);
    }
    if (people.size() > 1) {
      throw new Refusal(2, "cli.several-people", name, listed(people));
    }
    var person = people.getFirst();
    return new Asker(person.id(), directory.audienceOf(person.id()), language, person.zone());
  }

  /** Those whose whole name matches, else those with a part of the name that begins like it. */
  private List<Person> matching(String name) {
    var active = directory.people().stream().filter(Person::isActive).toList();
    var exact =
        active.stream()
            .filter(
                person ->
                    person.name().equalsIgnoreCase(name)
                        || person.handle().equalsIgnoreCase(name)
                        || person.id().value().equals(name)
                        || person.id().toString().equals(name))
            .toList();
    return exact.isEmpty()
        ? active.stream().filter(person -> beginsLike(person, name)).toList()
        : exact;
  }

  private static boolean beginsLike(Person person, String name) {
    for (var part : person.name().split("\\s+")) {
      if (part.regionMatches(true, 0, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  private static String listed(List<Person> people) {
    return people.stream()
        .limit(5)
        .map(person -> person.name() + " (" + person.id() + ")")
        .collect(Collectors.joining(", "));
  }
}
