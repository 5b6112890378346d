package ponte.mvstore;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import ponte.store.Entry;

/**
 * An entry of a topic and what has become of it.
 *
 * @param attempts how often it was handed out
 */
record Item(String lane, String key, String payload, Instant due, int attempts, Standing standing) {

  /** What has become of an entry. */
  sealed interface Standing {

    /** Nobody has it: it is new or was given back. */
    record Waiting() implements Standing {}

    /** Somebody has it. */
    record Leased(Instant until) implements Standing {}

    /** Somebody had it for too long, and may yet come back with a result before the next one. */
    record Overdue() implements Standing {}

    /** It was given up. */
    record Dead(Instant at, String reason) implements Standing {}
  }

  static final Form<Item> FORM =
      Form.ofValue(
          Item[]::new,
          item -> 160 + 2 * Form.memoryOf(item.key) + Form.memoryOf(item.payload),
          Item::write,
          Item::read);

  static Item of(Entry entry) {
    return new Item(
        entry.lane(), entry.key(), entry.payload(), entry.due(), 0, new Standing.Waiting());
  }

  Entry entry(String topic) {
    return new Entry(topic, lane, key, payload, due);
  }

  Item with(Standing next) {
    return new Item(lane, key, payload, due, attempts, next);
  }

  Item handedOut(Instant until) {
    return new Item(lane, key, payload, due, attempts + 1, new Standing.Leased(until));
  }

  /** The same entry after so many hand-outs. */
  Item handedOut(int times) {
    return new Item(lane, key, payload, due, times, standing);
  }

  Item dueAt(Instant moment) {
    return new Item(lane, key, payload, moment, attempts, new Standing.Waiting());
  }

  /** The same entry as if it had never been handed out. */
  Item anew(Instant moment) {
    return new Item(lane, key, payload, moment, 0, new Standing.Waiting());
  }

  private static void write(WriteBuffer to, Item item) {
    Form.putText(to, item.lane);
    Form.putText(to, item.key);
    Form.putText(to, item.payload);
    Form.putMoment(to, item.due);
    to.putVarInt(item.attempts);
    switch (item.standing) {
      case Standing.Waiting() -> to.put((byte) 0);
      case Standing.Leased(var until) -> Form.putMoment(to.put((byte) 1), until);
      case Standing.Overdue() -> to.put((byte) 2);
      case Standing.Dead(var at, var reason) -> {
        Form.putMoment(to.put((byte) 3), at);
        Form.putText(to, reason);
      }
    }
  }

  private static Item read(ByteBuffer from) {
    return new Item(
        Form.text(from),
        Form.text(from),
        Form.text(from),
        Form.moment(from),
        DataUtils.readVarInt(from),
        switch (from.get()) {
          case 0 -> new Standing.Waiting();
          case 1 -> new Standing.Leased(Form.moment(from));
          case 2 -> new Standing.Overdue();
          case 3 -> new Standing.Dead(Form.moment(from), Form.text(from));
          default -> throw new IllegalStateException("a stored entry is damaged");
        });
  }
}
