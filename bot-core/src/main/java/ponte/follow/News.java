package ponte.follow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Pace;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** Which questions people are to be told, and were. */
public final class News {

  private final Records records;
  private final Clock clock;

  public News(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * A question that is about a topic somebody follows.
   *
   * @param by who asked
   * @param question its words where the message is Ponte's, who asked in somebody's name; null: the
   *     message's own
   * @param told the key of the message in which they were told; null: not yet
   */
  public record Item(
      MessageId message,
      PersonId by,
      @Nullable String question,
      String topic,
      Pace pace,
      Instant at,
      @Nullable String told) {}

  /** Keeps a question for a person, once; false: it was kept before. */
  boolean add(PersonId person, Item item) {
    return records.write(
        Write.create(key(person, item.message()), Codec.write(item))
            .at(item.at())
            .expiring(clock.instant().plus(FollowRules.LATEST.multipliedBy(2))));
  }

  /** Those of a pace that a person was not told yet, or in this very message; oldest first. */
  List<Item> open(PersonId person, Pace pace, String telling) {
    return all(person).stream()
        .filter(item -> item.pace() == pace)
        .filter(item -> item.told() == null || item.told().equals(telling))
        .toList();
  }

  /** All that is kept for a person, oldest first. */
  public List<Item> all(PersonId person) {
    var all = new ArrayList<Item>();
    records.each(partition(person), document -> all.add(read(document)));
    all.sort(Comparator.comparing(Item::at));
    return List.copyOf(all);
  }

  /** Notes in which message a person is told; false: in another one. */
  boolean tell(PersonId person, Item item, String telling) {
    while (true) {
      var old = records.find(key(person, item.message()));
      if (old.isEmpty()) {
        return false;
      }
      var known = read(old.get());
      if (known.told() != null) {
        return known.told().equals(telling);
      }
      var told =
          new Item(
              known.message(),
              known.by(),
              known.question(),
              known.topic(),
              known.pace(),
              known.at(),
              telling);
      if (records.write(Write.replace(old.get(), Codec.write(told)))) {
        return true;
      }
    }
  }

  /**
   * Forgets what a person was or is to be told, and what others are told of their questions.
   *
   * @param all who may be told of them
   */
  public void forget(PersonId person, Collection<Person> all) {
    records.drop(partition(person));
    for (var told : all) {
      all(told.id()).stream()
          .filter(item -> item.by().equals(person))
          .forEach(item -> records.remove(key(told.id(), item.message())));
    }
  }

  private static Item read(Document document) {
    return Codec.read(document.content(), Item.class);
  }

  private static Partition partition(PersonId person) {
    return new Partition("news", person.toString());
  }

  private static Key key(PersonId person, MessageId message) {
    return partition(person).key(message.toString());
  }
}
