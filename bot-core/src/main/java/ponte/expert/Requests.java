package ponte.expert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
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
 * It is kept so that the load is spread; about what is not, nor who asked, but for a number that is
 * made of them and the day: whoever asks, asks somebody once a day, however often they do.
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
   * Notes that a person was asked for something; by the same asker once a day, in UTC.
   *
   * @param asker by the one account for all they have; it is not kept
   */
  public void note(PersonId person, PersonId asker, Instant at) {
    records.write(
        Write.create(partition(person).key(id(asker, at)), Codec.write(new Request(at)))
            .at(at)
            .expiring(at.plus(MEMORY)));
  }

  /**
   * When something was asked of a person in a span of time, the first time first.
   *
   * @param accounts all accounts of that person
   */
  public List<Instant> of(Collection<PersonId> accounts, TimeSpan span) {
    var asked = new HashMap<String, Instant>();
    for (var account : accounts) {
      for (var document : records.between(partition(account), span, MOST)) {
        var at = Codec.read(document.content(), Request.class).at();
        asked.merge(document.key().id(), at, (one, other) -> other.isBefore(one) ? other : one);
      }
    }
    return asked.values().stream().sorted().toList();
  }

  /**
   * Whether a certain colleague asked something of a person in a span of time.
   *
   * @param accounts all accounts of that person
   * @param asker by the one account for all they have
   */
  boolean areOf(PersonId asker, Collection<PersonId> accounts, TimeSpan span) {
    return accounts.stream()
        .flatMap(account -> records.between(partition(account), span, MOST).stream())
        .anyMatch(
            document -> {
              var at = Codec.read(document.content(), Request.class).at();
              return document.key().id().equals(id(asker, at));
            });
  }

  /** What is kept of who asked, and when. */
  private static String id(PersonId asker, Instant at) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return UUID.nameUUIDFromBytes((asker + " " + day).getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Forgets what was asked of a person. */
  public void forget(PersonId person) {
    records.drop(partition(person));
  }

  private static Partition partition(PersonId person) {
    return new Partition("requests", person.toString());
  }
}
