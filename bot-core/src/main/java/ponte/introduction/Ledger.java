package ponte.introduction;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What was done in somebody's name, so that it is not done twice. */
public final class Ledger {

  private final Records records;
  private final Clock clock;

  public Ledger(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Something done.
   *
   * @param request whose handling did it
   */
  public record Entry(String request, Instant at) {}

  /**
   * Notes that a request does something for a person.
   *
   * @param deed what is done; the same deed is done once until it is forgotten
   * @param memory how long it is kept in mind
   * @return the entry of the request that did it first, which may be this one
   */
  public Entry note(PersonId person, String deed, String request, Duration memory) {
    var key = key(person, deed);
    var now = clock.instant();
    var entry = new Entry(request, now);
    while (true) {
      var before = records.find(key).map(Document::content);
      if (before.isPresent()) {
        return Codec.read(before.get(), Entry.class);
      }
      if (records.write(Write.create(key, Codec.write(entry)).expiring(now.plus(memory)))) {
        return entry;
      }
    }
  }

  /** What was noted of a deed for a person; empty: nothing, or it is forgotten. */
  public Optional<Entry> find(PersonId person, String deed) {
    return records
        .find(key(person, deed))
        .map(document -> Codec.read(document.content(), Entry.class));
  }

  /**
   * Notes that a request does again for a person what had no effect the first time.
   *
   * @param first the entry that had none
   * @return the entry of the request that does it now, which may be another one
   */
  public Entry again(PersonId person, String deed, Entry first, String request, Duration memory) {
    records
        .find(key(person, deed))
        .filter(document -> Codec.read(document.content(), Entry.class).equals(first))
        .ifPresent(document -> records.remove(document.key(), document.version()));
    return note(person, deed, request, memory);
  }

  /** When something was done for a person that is still kept in mind, oldest first. */
  public List<Instant> times(PersonId person) {
    var times = new ArrayList<Instant>();
    records.each(deeds(person), each -> times.add(Codec.read(each.content(), Entry.class).at()));
    times.sort(Comparator.naturalOrder());
    return List.copyOf(times);
  }

  /** Forgets what was done in a person's name. */
  public void forget(PersonId person) {
    records.drop(deeds(person));
  }

  private static Partition deeds(PersonId person) {
    return new Partition("deeds", person.toString());
  }

  private static Key key(PersonId person, String deed) {
    return deeds(person)
        .key(UUID.nameUUIDFromBytes(deed.getBytes(StandardCharsets.UTF_8)).toString());
  }
}
