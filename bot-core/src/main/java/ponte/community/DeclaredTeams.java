package ponte.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * The teams that people's profiles name.
 *
 * @param source what of a profile names them
 * @param names what each is called, as the first of them has it
 * @param of the place of each person's team; who is in none is not there
 */
public record DeclaredTeams(Source source, List<String> names, Map<PersonId, Integer> of) {

  /** What of a profile names a team, the one that tells more first. */
  public enum Source {
    DEPARTMENT(Person::department),
    TITLE(Person::title);

    private final Function<Person, String> field;

    Source(Function<Person, String> field) {
      this.field = field;
    }
  }

  public DeclaredTeams {
    names = List.copyOf(names);
    of = Map.copyOf(of);
  }

  /**
   * The departments of people, else what they are by title; empty unless more than half of them are
   * in one of at least so many.
   *
   * @param fewest a name that fewer have is no team's
   */
  public static Optional<DeclaredTeams> of(
      Collection<PersonId> people, Directory directory, int fewest) {
    for (var source : Source.values()) {
      var teams = named(people, directory, source, fewest);
      if (2 * teams.of().size() > people.size()) {
        return Optional.of(teams);
      }
    }
    return Optional.empty();
  }

  private static DeclaredTeams named(
      Collection<PersonId> people, Directory directory, Source source, int fewest) {
    var members = new LinkedHashMap<String, List<PersonId>>();
    var spelling = new HashMap<String, String>();
    for (var person : people) {
      name(person, directory, source)
          .ifPresent(
              name -> {
                var key = name.toLowerCase(Locale.ROOT);
                spelling.putIfAbsent(key, name);
                members.computeIfAbsent(key, _ -> new ArrayList<>()).add(person);
              });
    }
    var names = new ArrayList<String>();
    var of = new HashMap<PersonId, Integer>();
    members.forEach(
        (key, own) -> {
          if (own.size() >= fewest) {
            own.forEach(person -> of.put(person, names.size()));
            names.add(spelling.getOrDefault(key, key));
          }
        });
    return new DeclaredTeams(source, names, of);
  }

  /** As the first of their accounts says that says it. */
  private static Optional<String> name(PersonId person, Directory directory, Source source) {
    return directory.accounts(person).stream()
        .flatMap(account -> directory.person(account).stream())
        .map(each -> source.field.apply(each).strip())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
