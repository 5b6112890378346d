package ponte.mvstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;
import ponte.mvstore.Item.Standing;
import ponte.mvstore.Place.Rank;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.Stored;

/**
 * The entries of one topic; for the thread of the store alone.
 *
 * <p>Entries are numbered in the order of their adding, and found by number, by key, by lane and by
 * {@link Place}. Of a lane only the first entry is ready; when it goes, the next one becomes ready.
 */
final class Topic {

  private final String name;
  private final LongSupplier numbers;
  private final MVMap<Long, Item> items;
  private final MVMap<Place, Boolean> places;
  private final Lanes lanes;
  private final Lateness lateness;
  private final Memory memory;

  /**
   * @param prefix of the names of its maps
   * @param numbers gives a larger number each time
   */
  Topic(MVStore store, String prefix, String name, LongSupplier numbers) {
    this.name = name;
    this.numbers = numbers;
    items =
        store.openMap(
            prefix + "items",
            new MVMap.Builder<Long, Item>().keyType(LongDataType.INSTANCE).valueType(Item.FORM));
    places =
        store.openMap(
            prefix + "places",
            new MVMap.Builder<Place, Boolean>().keyType(Place.FORM).valueType(Form.NOTHING));
    lanes = new Lanes(store, prefix + "lanes");
    lateness = new Lateness(store, prefix + "since", prefix + "late");
    memory = new Memory(store, prefix + "keys", prefix + "passing", items);
  }

  int add(List<Entry> entries, Instant now) {
    memory.forget(2 * entries.size(), now);
    var added = 0;
    for (var entry : entries) {
      if (!memory.knows(entry.key(), now)) {
        var number = numbers.getAsLong();
        memory.learn(entry.key(), number, now.plus(Queue.MEMORY));
        append(number, Item.of(entry));
        added++;
      }
    }
    return added;
  }

  List<Lease> lease(int max, Instant until, Instant now) {
    endLeases(now);
    var leases = new ArrayList<Lease>();
    var ready = places.cursor(Place.first(Rank.READY), Place.last(Rank.READY), false);
    var successors = new PriorityQueue<Place>(Place.FORM);
    var next = ready.hasNext() ? ready.next() : null;
    var characters = 0;
    while (leases.size() < max && characters < Queue.ARMFUL) {
      var successor = successors.peek();
      Place place;
      if (successor != null && (next == null || isBefore(successor, next))) {
        place = successors.remove();
      } else if (next != null) {
        place = next;
        next = ready.hasNext() ? ready.next() : null;
      } else {
        break;
      }
      if (now.isBefore(place.moment())) {
        break;
      }
      var item = item(place.number());
      characters += item.payload().length();
      leases.add(handOut(place.number(), item, until));
      var after = lanes.after(place.number(), item);
      if (after.isPresent() && !(item(after.getAsLong()).standing() instanceof Standing.Leased)) {
        successors.add(new Place(Rank.READY, item(after.getAsLong()).due(), after.getAsLong()));
      }
    }
    return List.copyOf(leases);
  }

  Optional<Lease> lease(String key, Instant until, Instant now) {
    endLeases(now);
    var number = memory.number(key);
    if (number == null) {
      return Optional.empty();
    }
    var item = item(number);
    return switch (item.standing()) {
      case Standing.Leased _, Standing.Dead _ -> Optional.empty();
      case Standing.Waiting _, Standing.Overdue _ ->
          now.isBefore(item.due()) ? Optional.empty() : Optional.of(handOut(number, item, until));
    };
  }

  boolean extend(Lease lease, Instant until) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    replace(number, item(number).with(new Standing.Leased(until)));
    return true;
  }

  boolean done(Lease lease) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    memory.release(takeOut(number).key());
    return true;
  }

  boolean retry(Lease lease, Instant due) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    lateness.givenBack(number, item(number).due(), due);
    replace(number, item(number).dueAt(due));
    return true;
  }

  boolean postpone(Lease lease, Instant due) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    lateness.givenBack(number, item(number).due(), due);
    replace(number, item(number).waitedUntil(due));
    return true;
  }

  boolean plan(Lease lease, Instant due) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    lateness.forget(number);
    replace(number, item(number).waitedUntil(due));
    return true;
  }

  boolean bury(Lease lease, String reason, Instant now) {
    var number = leased(lease);
    if (number == null) {
      return false;
    }
    var item = takeOut(number).with(new Standing.Dead(now, reason));
    entomb(item);
    return true;
  }

  List<DeadLetter> buried(int limit) {
    var letters = new ArrayList<DeadLetter>();
    var dead = places.cursor(Place.first(Rank.DEAD), Place.last(Rank.DEAD), false);
    while (letters.size() < limit && dead.hasNext()) {
      letters.add(letter(item(dead.next().number())));
    }
    return List.copyOf(letters);
  }

  boolean replay(String key, Instant now) {
    var grave = memory.number(key);
    if (grave == null || !(item(grave).standing() instanceof Standing.Dead)) {
      return false;
    }
    var item = item(grave);
    places.remove(place(grave, item));
    items.remove(grave);
    var number = numbers.getAsLong();
    memory.move(key, number);
    append(number, item.anew(now));
    return true;
  }

  boolean discard(String key) {
    var grave = memory.number(key);
    if (grave == null || !(item(grave).standing() instanceof Standing.Dead)) {
      return false;
    }
    places.remove(place(grave, item(grave)));
    items.remove(grave);
    memory.release(key);
    return true;
  }

  int withdraw(Predicate<Entry> which) {
    var withdrawn = new ArrayList<Long>();
    var all = items.cursor(null);
    while (all.hasNext()) {
      var number = all.next();
      var item = all.getValue();
      if (!(item.standing() instanceof Standing.Dead) && which.test(item.entry(name))) {
        withdrawn.add(number);
      }
    }
    withdrawn.forEach(number -> memory.drop(takeOut(number).key()));
    return withdrawn.size();
  }

  /** What there is of it, in the order in which it is to be loaded elsewhere. */
  List<Pages<?, ?>> everything(Instant now) {
    return List.of(
        memory.everything(name, now),
        new Pages<>(
            items,
            null,
            (_, item) ->
                item.standing() instanceof Standing.Dead
                    ? Optional.empty()
                    : Optional.of(new Stored.Waiting(item.entry(name), item.tries()))),
        new Pages<>(
            places,
            Place.first(Rank.DEAD),
            (place, _) -> Optional.of(new Stored.Buried(letter(item(place.number()))))));
  }

  void load(Stored.Known known, Instant now) {
    if (!memory.knows(known.key(), now)) {
      memory.learn(known.key(), numbers.getAsLong(), known.until());
    }
  }

  void load(Stored.Waiting waiting) {
    var key = waiting.entry().key();
    if (memory.number(key) == null) {
      var number = numbers.getAsLong();
      memory.move(key, number);
      append(number, Item.of(waiting.entry()).handedOut(waiting.attempts()));
    }
  }

  void load(DeadLetter letter) {
    if (memory.number(letter.entry().key()) == null) {
      entomb(
          Item.of(letter.entry())
              .handedOut(letter.attempts())
              .with(new Standing.Dead(letter.at(), letter.reason())));
    }
  }

  boolean isUnfinished(String key) {
    var number = memory.number(key);
    return number != null && !(item(number).standing() instanceof Standing.Dead);
  }

  Depth depth(Instant now) {
    endLeases(now);
    return new Depth(
        count(Rank.READY) + count(Rank.BEHIND),
        count(Rank.LEASED),
        count(Rank.DEAD),
        Stream.concat(
                Stream.of(Rank.READY, Rank.BEHIND)
                    .flatMap(rank -> first(rank).stream())
                    .map(Place::moment),
                lateness.first(items::containsKey).stream())
            .min(Instant::compareTo)
            .orElse(null),
        first(Rank.READY).map(Place::moment).orElse(null));
  }

  /** When the next entry may be handed out, as far as is known. */
  Optional<Instant> next() {
    return Stream.of(Rank.READY, Rank.LEASED)
        .flatMap(rank -> first(rank).stream())
        .map(Place::moment)
        .min(Instant::compareTo);
  }

  /** Makes those wait again whose lease has run out. */
  void endLeases(Instant now) {
    var leased = places.cursor(Place.first(Rank.LEASED), Place.last(Rank.LEASED), false);
    while (leased.hasNext() && !now.isBefore(leased.next().moment())) {
      var number = leased.getKey().number();
      replace(number, item(number).with(new Standing.Overdue()));
    }
  }

  /** Forgets keys whose time has passed. True: so many were found. */
  boolean forget(int atMost, Instant now) {
    return memory.forget(atMost, now);
  }

  private void append(long number, Item item) {
    lanes.enter(number, item);
    items.put(number, item);
    places.put(place(number, item), true);
  }

  private void entomb(Item dead) {
    var grave = numbers.getAsLong();
    items.put(grave, dead);
    places.put(place(grave, dead), true);
    memory.move(dead.key(), grave);
  }

  private Lease handOut(long number, Item item, Instant until) {
    var leased = item.handedOut(until);
    replace(number, leased);
    return new Lease(
        leased.entry(name),
        token(number, leased.attempts()),
        leased.attempts(),
        leased.tries(),
        until);
  }

  private void replace(long number, Item next) {
    places.remove(place(number, item(number)));
    items.put(number, next);
    places.put(place(number, next), true);
  }

  /** Takes an entry from everywhere but the memory, and frees its lane. */
  private Item takeOut(long number) {
    var item = item(number);
    places.remove(place(number, item));
    items.remove(number);
    lateness.forget(number);
    var after = lanes.isFirst(number, item) ? lanes.after(number, item) : null;
    if (after != null && after.isPresent()) {
      var next = item(after.getAsLong());
      places.remove(place(after.getAsLong(), next));
      lanes.leave(number, item);
      places.put(place(after.getAsLong(), next), true);
    } else {
      lanes.leave(number, item);
    }
    return item;
  }

  private DeadLetter letter(Item item) {
    if (item.standing() instanceof Standing.Dead(var at, var reason)) {
      return new DeadLetter(item.entry(name), item.tries(), reason, at);
    }
    throw new IllegalStateException("an entry of a queue is no dead letter");
  }

  private Place place(long number, Item item) {
    return switch (item.standing()) {
      case Standing.Waiting _, Standing.Overdue _ ->
          new Place(lanes.isFirst(number, item) ? Rank.READY : Rank.BEHIND, item.due(), number);
      case Standing.Leased(var until) -> new Place(Rank.LEASED, until, number);
      case Standing.Dead(var at, _) -> new Place(Rank.DEAD, at, number);
    };
  }

  private Item item(long number) {
    var item = items.get(number);
    if (item == null) {
      throw new IllegalStateException("entry " + number + " of a queue is missing");
    }
    return item;
  }

  /** The number of a lease's entry; null: the lease is void. */
  private @Nullable Long leased(Lease lease) {
    var number = memory.number(lease.entry().key());
    if (number == null) {
      return null;
    }
    var item = item(number);
    var has =
        item.standing() instanceof Standing.Leased || item.standing() instanceof Standing.Overdue;
    return has && lease.token().equals(token(number, item.attempts())) ? number : null;
  }

  /** No number is given twice, and each hand-out of an entry has another count. */
  private static String token(long number, int attempts) {
    return number + "-" + attempts;
  }

  private static boolean isBefore(Place one, Place other) {
    return Place.FORM.compare(one, other) < 0;
  }

  private Optional<Place> first(Rank rank) {
    var first = places.ceilingKey(Place.first(rank));
    return first == null || first.rank() != rank ? Optional.empty() : Optional.of(first);
  }

  private long count(Rank rank) {
    return before(Place.last(rank)) - before(Place.first(rank));
  }

  private long before(Place place) {
    var index = places.getKeyIndex(place);
    return index < 0 ? -index - 1 : index;
  }
}
