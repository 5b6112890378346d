package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** Who was introduced to whom, for as long as they are not introduced again. */
public final class Meetings {

  private static final int MOST = 1_000;

  private final Records records;
  private final Directory directory;
  private final Duration keep;

  /**
   * @param keep how long an introduction is remembered
   */
  public Meetings(Records records, Directory directory, Duration keep) {
    this.records = records;
    this.directory = directory;
    this.keep = keep;
  }

  /** Keeps that people are introduced, with each of them; once for each. */
  void begin(String id, Round.Group group, Instant at) {
    for (var person : group.people()) {
      var others = group.people().stream().filter(other -> !other.equals(person)).toList();
      var meeting = new Meeting(id, others, group.kind(), at, null, null, null, null);
      records.write(Write.create(key(person, id), Codec.write(meeting)).expiring(at.plus(keep)));
    }
  }

  /** All of a colleague, whatever account they have. */
  public List<Meeting> of(PersonId person) {
    return of(directory.accounts(person));
  }

  /** The same with those under accounts that ended: nobody is to meet the same one again. */
  List<Meeting> ever(PersonId person) {
    return of(directory.accountsEver(person));
  }

  private List<Meeting> of(Set<PersonId> accounts) {
    var all = new ArrayList<Meeting>();
    for (var account : accounts) {
      records.list(partition(account), "", MOST).stream().map(Meetings::read).forEach(all::add);
    }
    return all;
  }

  Optional<Meeting> find(PersonId person, String id) {
    return account(person, id)
        .flatMap(account -> records.find(key(account, id)))
        .map(Meetings::read);
  }

  /** The account by which a colleague was introduced. */
  private Optional<PersonId> account(PersonId person, String id) {
    return directory.accounts(person).stream()
        .filter(account -> records.find(key(account, id)).isPresent())
        .findFirst();
  }

  /** Changes what a colleague said of an introduction; empty where there was none. */
  Optional<Meeting> change(PersonId person, String id, UnaryOperator<Meeting> change) {
    return account(person, id).flatMap(account -> changeOne(account, id, change));
  }

  private Optional<Meeting> changeOne(PersonId account, String id, UnaryOperator<Meeting> change) {
    return records.change(key(account, id), Meeting.class, change);
  }

  /** Forgets whom somebody met; those do not know any more that they met them. */
  void forget(PersonId person) {
    for (var document : records.list(partition(person), "", MOST)) {
      for (var other : read(document).others()) {
        changeOne(other, document.key().id(), meeting -> meeting.without(person));
      }
    }
    records.drop(partition(person));
  }

  private static Meeting read(Document document) {
    return Codec.read(document.content(), Meeting.class);
  }

  private static Partition partition(PersonId person) {
    return new Partition("introduced", person.toString());
  }

  private static Key key(PersonId person, String id) {
    return partition(person).key(id);
  }
}
