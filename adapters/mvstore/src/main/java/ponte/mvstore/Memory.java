package ponte.mvstore;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import ponte.store.Stored;

/**
 * Which keys a topic knows: each for its time, and as long as its entry is there.
 *
 * <p>Those whose time has passed are forgotten little by little.
 */
final class Memory {

  /**
   * @param number of the entry that has or had the key
   * @param until when it is forgotten; null: its time has passed, but its entry is there
   */
  record Known(long number, @Nullable Instant until) {

    static final Form<Known> FORM =
        Form.ofValue(
            Known[]::new,
            _ -> 56,
            (to, known) -> {
              to.putVarLong(known.number);
              Form.putMaybeMoment(to, known.until);
            },
            from -> new Known(DataUtils.readVarLong(from), Form.maybeMoment(from)));
  }

  /** Keys in the order in which their time passes. */
  private record Passing(Instant until, long number) {

    static final Form<Passing> FORM =
        Form.ofKey(
            Passing[]::new,
            Comparator.comparing(Passing::until).thenComparing(Passing::number),
            _ -> 56,
            (to, passing) -> {
              Form.putMoment(to, passing.until);
              to.putVarLong(passing.number);
            },
            from -> new Passing(Form.moment(from), DataUtils.readVarLong(from)));
  }

  private final MVMap<String, Known> keys;
  private final MVMap<Passing, String> passing;
  private final MVMap<Long, Item> items;

  Memory(MVStore store, String keys, String passing, MVMap<Long, Item> items) {
    this.keys =
        store.openMap(
            keys,
            new MVMap.Builder<String, Known>()
                .keyType(StringDataType.INSTANCE)
                .valueType(Known.FORM));
    this.passing =
        store.openMap(
            passing,
            new MVMap.Builder<Passing, String>()
                .keyType(Passing.FORM)
                .valueType(StringDataType.INSTANCE));
    this.items = items;
  }

  /** The number of the entry that has the key; null: none has it now. */
  @Nullable Long number(String key) {
    var known = keys.get(key);
    return known != null && items.containsKey(known.number) ? (Long) known.number : null;
  }

  boolean knows(String key, Instant now) {
    var known = keys.get(key);
    return known != null
        && (known.until != null && now.isBefore(known.until) || items.containsKey(known.number));
  }

  void learn(String key, long number, Instant until) {
    keys.put(key, new Known(number, until));
    passing.put(new Passing(until, number), key);
  }

  /** The entry that has the key is under another number now. */
  void move(String key, long number) {
    var known = keys.get(key);
    keys.put(key, new Known(number, known == null ? null : known.until));
  }

  /** The entry that had the key is gone. */
  void release(String key) {
    var known = keys.get(key);
    if (known != null && known.until == null) {
      keys.remove(key);
    }
  }

  /** A key is as if it had never been learnt. */
  void drop(String key) {
    keys.remove(key);
  }

  /** All keys whose time has not passed. */
  Pages<String, Known> everything(String topic, Instant now) {
    return new Pages<>(
        keys,
        null,
        (key, known) ->
            known.until == null || !now.isBefore(known.until)
                ? Optional.empty()
                : Optional.of(new Stored.Known(topic, key, known.until)));
  }

  /** Forgets keys whose time has passed. True: so many were found. */
  boolean forget(int atMost, Instant now) {
    for (var done = 0; done < atMost; done++) {
      var first = passing.firstKey();
      if (first == null || now.isBefore(first.until)) {
        return false;
      }
      var key = passing.remove(first);
      var known = key == null ? null : keys.get(key);
      if (key != null && known != null && first.until.equals(known.until)) {
        if (items.containsKey(known.number)) {
          keys.put(key, new Known(known.number, null));
        } else {
          keys.remove(key);
        }
      }
    }
    return true;
  }
}
