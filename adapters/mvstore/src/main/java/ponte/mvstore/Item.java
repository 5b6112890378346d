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
 * @param tries how often of these it did not only wait
 */
record Item(
    String lane,
    String key,
    String payload,
    Instant due,
    int attempts,
    int tries,
    Standing standing) {

  /** In the byte that tells the standing: its tries follow; earlier versions kept none. */
  private static final byte TRIED = 8;

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
        entry.lane(), entry.key(), entry.payload(), entry.due(), 0, 0, new Standing.Waiting());
  }

  Entry entry(String topic) {
    return new Entry(topic, lane, key, payload, due);
  }

  Item with(Standing next) {
    return new Item(lane, key, payload, due, attempts, tries, next);
  }

  Item handedOut(Instant until) {
    return new Item(lane, key, payload, due, attempts + 1, tries + 1, new Standing.Leased(until));
  }

  /** The same entry after so many hand-outs. */
  Item handedOut(int times) {
    return new Item(lane, key, payload, due, times, times, standing);
  }

  Item dueAt(Instant moment) {
    return new Item(lane, key, payload, moment, attempts, tries, new Standing.Waiting());
  }

  /** The same, due then; that it was handed out does not count. */
  Item waitedUntil(Instant moment) {
    return new Item(lane, key, payload, moment, attempts, tries - 1, new Standing.Waiting());
  }

  /** The same entry as if it had never been handed out. */
  Item anew(Instant moment) {
    return new Item(lane, key, payload, moment, 0, 0, new Standing.Waiting());
  }

  private static void write(WriteBuffer to, Item item) {
    Form.putText(to, item.lane);
    Form.putText(to, item.key);
    Form.putText(to, item.payload);
    Form.putMoment(to, item.due);
    to.putVarInt(item.attempts);
    switch (item.standing) {
      case Standing.Waiting() -> putKind(to, 0, item);
      case Standing.Leased(var until) -> {
        putKind(to, 1, item);
        Form.putMoment(to, until);
      }
      case Standing.Overdue() -> putKind(to, 2, item);
      case Standing.Dead(var at, var reason) -> {
        putKind(to, 3, item);
        Form.putMoment(to, at);
        Form.putText(to, reason);
      }
    }
  }

  private static void putKind(WriteBuffer to, int kind, Item item) {
    if (item.tries == 0) {
      to.put((byte) kind);
    } else {
      to.put((byte) (kind | TRIED)).putVarInt(item.tries);
    }
  }

  private static Item read(ByteBuffer from) {
    var lane = Form.text(from);
    var key = Form.text(from);
    var payload = Form.text(from);
    var due = Form.moment(from);
    var attempts = DataUtils.readVarInt(from);
    var kind = from.get();
    var tries = (kind & TRIED) == 0 ? 0 : DataUtils.readVarInt(from);
    var standing =
        switch (kind & ~TRIED) {
          case 0 -> new Standing.Waiting();
          case 1 -> new Standing.Leased(Form.moment(from));
          case 2 -> new Standing.Overdue();
          case 3 -> new Standing.Dead(Form.moment(from), Form.text(from));
          default -> throw new IllegalStateException("a stored entry is damaged");
        };
    return new Item(lane, key, payload, due, attempts, tries, standing);
  }
}
