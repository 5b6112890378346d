package ponte.directory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/**
 * Who may do more than everybody may, as an administrator has set it.
 *
 * @param leads those who lead a team
 * @param managers the community managers
 * @param administrators those who set the rules
 */
public record Roles(Set<String> leads, Set<String> managers, Set<String> administrators) {

  /** Nobody may do more. */
  public static final Roles NONE = new Roles(Set.of(), Set.of(), Set.of());

  /**
   * Whoever takes care of the community of the demo workspace, by an account that is nowhere else.
   */
  public static final Roles OF_THE_DEMO = new Roles(Set.of("T0DEMOSOLF/U0DEMO01"), Set.of());

  /**
   * @param leads their verified e-mail addresses, or their accounts as {@code workspace/person}
   * @param managers in the same way
   * @param administrators in the same way
   */
  public Roles {
    leads = lower(leads);
    managers = lower(managers);
    administrators = lower(administrators);
  }

  /** Where nobody is named as the lead of a team. */
  public Roles(Set<String> managers, Set<String> administrators) {
    this(Set.of(), managers, administrators);
  }

  /** Those that somebody gave: none where they are the demo's alone. */
  public Roles given() {
    return equals(OF_THE_DEMO) ? NONE : this;
  }

  /** The highest of their roles. */
  public Role of(PersonId person, Directory directory) {
    if (isAdministrator(person, directory)) {
      return Role.ADMINISTRATOR;
    }
    if (isManager(person, directory)) {
      return Role.MANAGER;
    }
    return isAmong(leads, person, directory) ? Role.LEAD : Role.EMPLOYEE;
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

  /** Those named here who are nobody of the organisation, in order: gone, guests, or slips. */
  public List<String> nobody(Directory directory) {
    var people = directory.people();
    return Stream.of(leads, managers, administrators)
        .flatMap(Set::stream)
        .distinct()
        .filter(name -> people.stream().noneMatch(person -> names(Set.of(name), person)))
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
