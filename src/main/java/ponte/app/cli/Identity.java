package ponte.app.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.SimilarNames;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nlp.Language;

/** As whom a command is given. */
record Identity(Directory directory, Language language) {

  private static final int MOST_MEANT = 5;

  /**
   * The person of this name, handle or id; without a name nobody in particular, who sees what
   * everybody may see. Nobody is acted for by a part of their name: it decides whose private
   * channels are opened.
   *
   * @throws Refusal if there is no such person, or more than one
   */
  Asker named(@Nullable String name) {
    if (name == null) {
      return new Asker(null, directory.everybody(), language, ZoneId.systemDefault());
    }
    var wanted = name.strip().replaceFirst("^@", "").strip();
    if (words(wanted).isEmpty()) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.no-name");
    }
    var active = directory.people().stream().filter(Person::isActive).toList();
    var people = active.stream().filter(person -> isCalled(person, wanted)).toList();
    if (people.isEmpty()) {
      var meant = meant(active, wanted);
      throw meant.isEmpty()
          ? new Refusal(PonteCommand.BAD_CALL, "cli.no-such-person", name)
          : new Refusal(PonteCommand.BAD_CALL, "cli.person-meant", name, listed(meant));
    }
    if (people.size() > 1) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.several-people", name, listed(people));
    }
    var person = people.getFirst();
    return new Asker(person.id(), directory.audienceOf(person.id()), language, person.zone());
  }

  /** Handles are often a first and a last name with a dot between them. */
  private static boolean isCalled(Person person, String name) {
    return person.id().value().equals(name)
        || person.id().toString().equals(name)
        || words(person.name()).equals(words(name))
        || words(person.handle()).equals(words(name));
  }

  /** Those of whose names one begins like this, else those whose names are written much like it. */
  private static List<Person> meant(List<Person> people, String name) {
    var begun = words(name);
    var beginning =
        people.stream()
            .filter(
                person ->
                    words(person.name() + " " + person.handle()).stream()
                        .anyMatch(word -> word.startsWith(begun.getFirst())))
            .toList();
    if (!beginning.isEmpty()) {
      return beginning;
    }
    var similar =
        SimilarNames.to(
            name,
            people.stream()
                .flatMap(person -> Stream.of(person.name(), person.handle()))
                .distinct()
                .toList(),
            MOST_MEANT);
    return people.stream()
        .filter(person -> similar.contains(person.name()) || similar.contains(person.handle()))
        .toList();
  }

  private static List<String> words(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[\\s._-]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String listed(List<Person> people) {
    return people.stream()
        .limit(MOST_MEANT)
        .map(person -> person.name() + " (" + person.id() + ")")
        .collect(Collectors.joining(", "));
  }
}
