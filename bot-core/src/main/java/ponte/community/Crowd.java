package ponte.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/** Gives people numbers: a colleague one for all their accounts, a program and a stranger none. */
final class Crowd {

  static final int NOBODY = -1;

  private final Accounts accounts;
  private final Set<PersonId> known = new HashSet<>();
  private final Map<PersonId, Integer> numbers = new HashMap<>();
  private final List<PersonId> people = new ArrayList<>();

  Crowd(Directory directory) {
    accounts = directory.accounts();
    for (var person : directory.people()) {
      if (person.standing() != Person.Standing.BOT) {
        known.add(person.id());
      }
    }
  }

  /** Who said something; {@link #NOBODY} for a program. */
  int number(Message message) {
    return message.isTalk() ? number(message.author()) : NOBODY;
  }

  int number(PersonId account) {
    if (!known.contains(account)) {
      return NOBODY;
    }
    return numbers.computeIfAbsent(
        accounts.metFrom(null, account),
        person -> {
          people.add(person);
          return people.size() - 1;
        });
  }

  /** Those who have a number, in order of it. */
  List<PersonId> people() {
    return List.copyOf(people);
  }
}
