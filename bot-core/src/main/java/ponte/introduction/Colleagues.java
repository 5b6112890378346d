package ponte.introduction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.bot.Asker;
import ponte.command.SimilarNames;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.directory.Directory;

/**
 * Finds colleagues by the names that people type.
 *
 * <p>A colleague knows by name whoever is of the organisation, a guest those who are in channels
 * with them. Who opted out, left or is a program is not found; each colleague is found once,
 * whatever accounts they have.
 */
final class Colleagues {

  /** So many names that are near to a typed one are looked at. */
  private static final int NEAR = 20;

  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

  private final Directory directory;
  private final Preferences preferences;

  Colleagues(Directory directory, Preferences preferences) {
    this.directory = directory;
    this.preferences = preferences;
  }

  /**
   * Those who are called so, by name: those of the asker's own workspaces by their whole name or
   * handle; else those elsewhere who are called just so, and those there by a part of the name;
   * else whoever has it as a part. The asker is among them only where nobody else is.
   */
  List<Person> named(String typed, Asker asker) {
    var words = words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    Predicate<Person> near = person -> isNear(person, asker);
    Predicate<Person> whole =
        person -> words(person.name()).equals(words) || words(person.handle()).equals(words);
    Predicate<Person> part = person -> known(person).containsAll(words);
    for (var wanted : List.of(near.and(whole), whole.or(near.and(part)), part)) {
      var found = found(wanted, asker);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Those who may be meant by a name that nobody has, the likeliest first. */
  List<Person> similar(String typed, Asker asker, int limit) {
    var wanted = String.join(" ", words(typed));
    if (wanted.isEmpty()) {
      return List.of();
    }
    var names =
        seen(asker)
            .filter(Person::isActive)
            .flatMap(person -> names(person).stream())
            .distinct()
            .toList();
    var similar = SimilarNames.to(wanted, names, NEAR);
    return found(person -> names(person).stream().anyMatch(similar::contains), asker).stream()
        .sorted(
            Comparator.comparingInt(
                person ->
                    names(person).stream()
                        .mapToInt(similar::indexOf)
                        .filter(place -> place >= 0)
                        .min()
                        .orElse(similar.size())))
        .limit(limit)
        .toList();
  }

  /** What a person may be called: all of the name, and each word of it. */
  private static Set<String> names(Person person) {
    var words = words(person.name());
    var names = new HashSet<>(words);
    names.add(String.join(" ", words));
    return names;
  }

  private List<Person> found(Predicate<Person> wanted, Asker asker) {
    var accounts = directory.accounts();
    var self = asker.person();
    var workspace = self == null ? null : self.workspace();
    var found =
        seen(asker)
            .filter(Person::isActive)
            .filter(wanted)
            .map(person -> accounts.metFrom(workspace, person.id()))
            .distinct()
            .flatMap(account -> directory.person(account).stream())
            .filter(person -> isSelf(person, asker) || !preferences.isOut(person.id()))
            .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
            .collect(Collectors.toCollection(ArrayList::new));
    if (found.size() > 1) {
      found.removeIf(person -> isSelf(person, asker));
    }
    return found;
  }

  private Stream<Person> seen(Asker asker) {
    if (directory.isOfUs(asker.person())) {
      return directory.people().stream();
    }
    var together =
        asker.audience().channels().stream()
            .flatMap(channel -> directory.members(channel).stream())
            .collect(Collectors.toSet());
    return directory.people().stream().filter(person -> together.contains(person.id()));
  }

  private boolean isSelf(Person person, Asker asker) {
    return directory.accounts().areOne(person.id(), asker.person());
  }

  private boolean isNear(Person person, Asker asker) {
    var self = asker.person();
    return self != null
        && directory.accounts(self).stream()
            .anyMatch(account -> account.workspace().equals(person.id().workspace()));
  }

  /**
   * All words by which a person is known. Who is shown by a first name alone has the other in the
   * short name or in the address.
   */
  private static Set<String> known(Person person) {
    var known = new HashSet<>(words(person.name()));
    known.addAll(words(person.handle()));
    var email = person.email();
    if (email != null) {
      known.addAll(words(email.substring(0, Math.max(0, email.indexOf('@')))));
    }
    return known;
  }

  /** The words of a name, without capitals and accents. */
  private static List<String> words(String name) {
    var plain = MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return Stream.of(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
