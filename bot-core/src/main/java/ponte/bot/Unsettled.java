package ponte.bot;

import ponte.conversation.PersonId;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * For whom a change of who is who is taken in, and not yet that what they chose holds with each of
 * their accounts. Who dies in between does it when that person is told of again.
 */
final class Unsettled {

  private final Records records;

  Unsettled(Records records) {
    this.records = records;
  }

  void begin(PersonId person) {
    if (!contains(person)) {
      records.write(Write.create(key(person), "yes"));
    }
  }

  boolean contains(PersonId person) {
    return records.find(key(person)).isPresent();
  }

  void end(PersonId person) {
    records.remove(key(person));
  }

  private static Key key(PersonId person) {
    return new Partition("unsettled", person.workspace().value()).key(person.value());
  }
}
