package ponte.expert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * When people were asked for something: introduced to a colleague, or invited to answer a question.
 * It is kept so that the load is spread; by whom and about what is not.
 */
public final class Requests {

  /** For so long it is kept: nobody steps back for what was asked of them earlier. */
  public static final Duration MEMORY = Duration.ofDays(60);

  /** Who was asked more often than that in one span has enough to do. */
  private static final int MOST = 200;

  private final Records records;

  public Requests(Records records) {
    this.records = records;
  }

  /** Something that was asked of somebody. */
  private record Request(Instant at) {}

  /**
   * Notes that a person was asked for something; the same request about the same topic once.
   *
   * @param topic as it was put to them; it is not kept
   * @param request what makes it the same when it is handled twice
   */
  public void note(PersonId person, String topic, Instant at, String request) {
    var id = UUID.nameUUIDFromBytes((request + " " + topic).getBytes(StandardCharsets.UTF_8));
    records.write(
        Write.create(partition(person).key(id.toString()), Codec.write(new Request(at)))
            .at(at)
            .expiring(at.plus(MEMORY)));
  }

  /**
   * When something was asked of a person in a span of time, the first time first.
   *
   * @param accounts all accounts of that person
   */
  public List<Instant> of(Collection<PersonId> accounts, TimeSpan span) {
    return accounts.stream()
        .flatMap(account -> records.between(partition(account), span, MOST).stream())
        .map(document -> Codec.read(document.content(), Request.class).at())
        .sorted()
        .toList();
  }

  /** Forgets what was asked of a person. */
  public void forget(PersonId person) {
    records.drop(partition(person));
  }

  private static Partition partition(PersonId person) {
    return new Partition("requests", person.toString());
  }
}
