package ponte.consent;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.ChannelPattern;
import ponte.directory.Directory;

/**
 * Who takes part where they said nothing, as an administrator has set it.
 *
 * @param optIn whether only those do who said that they want to
 * @param neverNamed who never does, whatever they say: their verified e-mail addresses, their
 *     accounts as {@code workspace/person}, or a channel with {@code #} before its name, which
 *     stands for those who are in it
 */
public record Participation(boolean optIn, Set<String> neverNamed) {

  /** Everybody who did not opt out. */
  public static final Participation USUAL = new Participation(false, Set.of());

  public Participation {
    neverNamed =
        neverNamed.stream()
            .map(Participation::folded)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean neverNames(PersonId person, Directory directory) {
    if (neverNamed.isEmpty()) {
      return false;
    }
    var accounts = directory.accounts(person);
    return accounts.stream()
        .anyMatch(account -> isNamed(account, directory) || groups(directory).contains(account));
  }

  /** Those of a workspace who are never named. */
  Set<PersonId> neverNamed(WorkspaceId workspace, Directory directory) {
    if (neverNamed.isEmpty()) {
      return Set.of();
    }
    var all = new HashSet<>(groups(directory));
    directory.people().stream()
        .map(Person::id)
        .filter(account -> isNamed(account, directory))
        .forEach(all::add);
    return all.stream()
        .flatMap(account -> directory.accounts(account).stream())
        .filter(account -> account.workspace().equals(workspace))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isNamed(PersonId account, Directory directory) {
    return neverNamed.contains(folded(account.toString()))
        || directory
            .person(account)
            .map(Person::email)
            .filter(email -> neverNamed.contains(folded(email)))
            .isPresent();
  }

  private Set<PersonId> groups(Directory directory) {
    var patterns =
        neverNamed.stream().filter(each -> each.contains("#")).map(ChannelPattern::new).toList();
    if (patterns.isEmpty()) {
      return Set.of();
    }
    return directory.channels().stream()
        .filter(channel -> patterns.stream().anyMatch(each -> each.names(channel)))
        .flatMap(channel -> directory.members(channel.id()).stream())
        .collect(Collectors.toSet());
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
