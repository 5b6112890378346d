package ponte.expert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What people said about who is not right for which topic. */
public final class Objections {

  private static final int PAGE = 200;

  private final Records records;
  private final Clock clock;

  public Objections(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Somebody said that this person is not the right one for a topic.
   *
   * @param topic as they had put it
   */
  record Objection(PersonId by, String topic, Instant at) {}

  /** Keeps an objection; the same one twice is one. */
  void add(PersonId by, PersonId person, String topic) {
    var objection = new Objection(by, topic, clock.instant());
    records.write(Write.create(key(by, person, topic), Codec.write(objection)));
  }

  /** All objections to a person. */
  List<Objection> to(PersonId person) {
    var partition = partition(person);
    var all = new ArrayList<Objection>();
    var page = records.list(partition, "", PAGE);
    while (!page.isEmpty()) {
      page.stream()
          .map(Document::content)
          .map(content -> Codec.read(content, Objection.class))
          .forEach(all::add);
      page =
          page.size() < PAGE ? List.of() : records.list(partition, page.getLast().key().id(), PAGE);
    }
    return all;
  }

  /**
   * Forgets what was said about a person, and what they said about these others.
   *
   * @param others everybody there is
   */
  public void forget(PersonId person, List<PersonId> others) {
    records.drop(partition(person));
    var own = person + " ";
    for (var other : others) {
      records.list(partition(other), own, PAGE).stream()
          .filter(document -> document.key().id().startsWith(own))
          .forEach(document -> records.remove(document.key(), document.version()));
    }
  }

  private static Partition partition(PersonId person) {
    return new Partition("objections", person.toString());
  }

  private static Key key(PersonId by, PersonId person, String topic) {
    return partition(person)
        .key(by + " " + UUID.nameUUIDFromBytes(topic.getBytes(StandardCharsets.UTF_8)));
  }
}
