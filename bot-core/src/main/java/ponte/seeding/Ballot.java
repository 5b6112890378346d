package ponte.seeding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ponte.conversation.PersonId;

/**
 * What people chose at a seed: their votes, or that they can help.
 *
 * @param choices the option that each of them chose, by the account under which they are counted
 * @param revision more with each change
 */
public record Ballot(Map<String, Integer> choices, int revision) {

  static final Ballot EMPTY = new Ballot(Map.of(), 0);

  public Ballot {
    choices = Map.copyOf(choices);
  }

  /** With somebody's choice in the place of the one they made before. */
  Ballot choosing(PersonId person, int option) {
    var changed = new HashMap<>(choices);
    return Integer.valueOf(option).equals(changed.put(person.toString(), option))
        ? this
        : new Ballot(changed, revision + 1);
  }

  Ballot without(PersonId person) {
    var changed = new HashMap<>(choices);
    return changed.remove(person.toString()) == null ? this : new Ballot(changed, revision + 1);
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
