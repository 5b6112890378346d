package ponte.seeding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import ponte.conversation.PersonId;

/**
 * What people chose at a seed: their votes, or that they can help.
 *
 * @param choices the option that each of them chose, by the account under which they are counted
 * @param revision more with each change
 * @param closed whether nobody chooses any more; what was chosen can still be taken out
 */
public record Ballot(Map<String, Integer> choices, int revision, boolean closed) {

  static final Ballot EMPTY = new Ballot(Map.of(), 0, false);

  public Ballot {
    choices = Map.copyOf(choices);
  }

  /**
   * With somebody's choice, under the first of their accounts, in the place of what they chose
   * before under any; the same where nobody chooses any more.
   */
  Ballot choosing(SortedSet<PersonId> accounts, int option) {
    var changed = new HashMap<>(choices);
    accounts.forEach(account -> changed.remove(account.toString()));
    changed.put(accounts.getFirst().toString(), option);
    return closed || changed.equals(choices) ? this : new Ballot(changed, revision + 1, false);
  }

  /** Without what somebody chose, under whichever of their accounts. */
  Ballot without(Collection<PersonId> accounts) {
    var changed = new HashMap<>(choices);
    accounts.forEach(account -> changed.remove(account.toString()));
    return changed.equals(choices) ? this : new Ballot(changed, revision + 1, closed);
  }

  /** With the choices of these people alone. */
  Ballot of(Predicate<PersonId> people) {
    var changed = new HashMap<>(choices);
    changed.keySet().removeIf(each -> !people.test(PersonId.parse(each)));
    return new Ballot(changed, revision, closed);
  }

  /** The same where nobody chooses any more. */
  Ballot closing() {
    return closed ? this : new Ballot(choices, revision, true);
  }

  /** That it was closed, and nothing of who chose what. */
  Ballot forgotten() {
    return new Ballot(Map.of(), revision, true);
  }

  /** How many chose each of so many options. */
  List<Integer> counts(int options) {
    return IntStream.range(0, options)
        .mapToObj(option -> (int) choices.values().stream().filter(each -> each == option).count())
        .toList();
  }

  /** Those who chose an option, in order of their accounts. */
  List<PersonId> who(int option) {
    return choices.entrySet().stream()
        .filter(each -> each.getValue() == option)
        .map(each -> PersonId.parse(each.getKey()))
        .sorted()
        .toList();
  }
}
