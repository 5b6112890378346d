package ponte.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Which accounts are one colleague's, at one moment: those with the same e-mail address, which
 * their platforms have verified. Who left, a program and somebody unknown have one account.
 *
 * @param joined the accounts in use of those who have several, by each of them
 * @param known the same with those that ended, by each of them
 */
public record Accounts(Map<PersonId, Set<PersonId>> joined, Map<PersonId, Set<PersonId>> known) {

  static Accounts of(Collection<Person> people) {
    return new Accounts(
        joined(people.stream().filter(Person::isActive)),
        joined(people.stream().filter(person -> person.standing() != Person.Standing.BOT)));
  }

  private static Map<PersonId, Set<PersonId>> joined(Stream<Person> people) {
    var byAddress = new HashMap<String, Set<PersonId>>();
    people.forEach(
        person -> {
          var email = person.email();
          if (email != null) {
            byAddress.computeIfAbsent(address(email), _ -> new TreeSet<>()).add(person.id());
          }
        });
    var joined = new HashMap<PersonId, Set<PersonId>>();
    for (var accounts : byAddress.values()) {
      if (accounts.size() > 1) {
        accounts.forEach(account -> joined.put(account, Collections.unmodifiableSet(accounts)));
      }
    }
    return Map.copyOf(joined);
  }

  /** An address as those of one colleague are alike. */
  public static String address(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** All accounts of the colleague who has this one, itself among them, in order of id. */
  public Set<PersonId> of(PersonId account) {
    return joined.getOrDefault(account, Set.of(account));
  }

  /**
   * All accounts with the address of this one, those that ended among them, itself too, in order of
   * id. What was refused with any of them is refused, and whom they met they met. Nothing else
   * follows from one that ended: its address may be somebody else's by now.
   */
  public Set<PersonId> ever(PersonId account) {
    return known.getOrDefault(account, Set.of(account));
  }

  /** Whether two accounts are one colleague's; nobody is nobody. */
  public boolean areOne(PersonId account, @Nullable PersonId other) {
    return other != null && of(account).contains(other);
  }

  /**
   * The account by which a colleague is met by those of a workspace: theirs in it, else their first
   * one anywhere.
   *
   * @param workspace null: nobody's
   */
  public PersonId metFrom(@Nullable WorkspaceId workspace, PersonId account) {
    var accounts = of(account);
    return accounts.stream()
        .filter(each -> each.workspace().equals(workspace))
        .findFirst()
        .orElseGet(() -> accounts.iterator().next());
  }
}
