package ponte.listening;

import java.util.HashMap;
import java.util.Map;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/**
 * Numbers that stand for people while one looks; a colleague with several accounts has one. Each is
 * looked up once, and not with every message.
 */
final class Crowd {

  private final Directory directory;
  private final Accounts accounts;
  private final Map<PersonId, Integer> numbers = new HashMap<>();
  private final Map<PersonId, Integer> known = new HashMap<>();
  private final Map<PersonId, Boolean> active = new HashMap<>();

  Crowd(Directory directory) {
    this.directory = directory;
    this.accounts = directory.accounts();
  }

  int number(PersonId person) {
    var number = known.get(person);
    if (number == null) {
      var first = accounts.of(person).iterator().next();
      number = numbers.computeIfAbsent(first, _ -> numbers.size());
      known.put(person, number);
    }
    return number;
  }

  /** Whether somebody is still there, as far as is known. */
  boolean isActive(PersonId person) {
    return active.computeIfAbsent(
        person, each -> directory.person(each).map(Person::isActive).orElse(true));
  }
}
