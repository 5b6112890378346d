package ponte.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/**
 * Who may do more than everybody may, as an administrator has set it.
 *
 * @param managers the community managers
 * @param administrators those who set the rules
 */
public record Roles(Set<String> managers, Set<String> administrators) {

  /** Nobody may do more. */
  public static final Roles NONE = new Roles(Set.of(), Set.of());

  /**
   * @param managers their verified e-mail addresses, or their accounts as {@code workspace/person}
   * @param administrators in the same way
   */
  public Roles {
    managers = lower(managers);
    administrators = lower(administrators);
  }

  /** Whether they take care of the community. */
  public boolean isManager(PersonId person, Directory directory) {
    return isAmong(managers, person, directory);
  }

  /** Whether they set the rules. */
  public boolean isAdministrator(PersonId person, Directory directory) {
    return isAmong(administrators, person, directory);
  }

  /** Whether they may see how the community does: who takes care of it, and who sets the rules. */
  public boolean looksAfter(PersonId person, Directory directory) {
    return isManager(person, directory) || isAdministrator(person, directory);
  }

  /** One account of each community manager who is there, in order of id. */
  public List<PersonId> managers(Directory directory) {
    return directory.people().stream()
        .filter(Person::isActive)
        .filter(person -> names(managers, person))
        .map(person -> directory.accounts().of(person.id()).iterator().next())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isAmong(Set<String> named, PersonId person, Directory directory) {
    return !named.isEmpty()
        && directory.accounts(person).stream()
            .flatMap(account -> directory.person(account).stream())
            .anyMatch(account -> account.isActive() && names(named, account));
  }

  /** A guest has no role, whatever they are called. */
  private static boolean names(Set<String> named, Person person) {
    var email = person.email();
    return person.standing() == Person.Standing.ACTIVE
        && (named.contains(lower(person.id().toString()))
            || email != null && named.contains(lower(email)));
  }

  private static Set<String> lower(Set<String> names) {
    return names.stream().map(Roles::lower).collect(Collectors.toUnmodifiableSet());
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
