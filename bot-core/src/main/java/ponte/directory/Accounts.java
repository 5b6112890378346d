package ponte.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Which accounts are one colleague's, at one moment: those with the same e-mail address, which
 * their platforms have verified. Who left, a program and somebody unknown have one account.
 *
 * @param joined the accounts of those who have several, by each of them
 */
public record Accounts(Map<PersonId, Set<PersonId>> joined) {

  static Accounts of(Collection<Person> people) {
    var byAddress = new HashMap<String, Set<PersonId>>();
    for (var person : people) {
      var email = person.email();
      if (email != null && person.isActive()) {
        byAddress
            .computeIfAbsent(email.strip().toLowerCase(Locale.ROOT), _ -> new TreeSet<>())
            .add(person.id());
      }
    }
    var joined = new HashMap<PersonId, Set<PersonId>>();
    for (var accounts : byAddress.values()) {
      if (accounts.size() > 1) {
        accounts.forEach(account -> joined.put(account, Collections.unmodifiableSet(accounts)));
      }
    }
    return new Accounts(Map.copyOf(joined));
  }

  /** All accounts of the colleague who has this one, itself among them, in order of id. */
  public Set<PersonId> of(PersonId account) {
    return joined.getOrDefault(account, Set.of(account));
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
