package ponte.slack;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Watches the timestamps of a day: whether they come in order, and which come again.
 *
 * <p>In a day in order the same ones stand together; only where the day may turn out to be without
 * order they are all remembered.
 */
final class Order {

  private final @Nullable Set<String> seen;
  private @Nullable Ts last;
  private boolean broken;

  private Order(@Nullable Set<String> seen) {
    this.seen = seen;
  }

  /** Watches a day that may be without order. */
  static Order remembering() {
    return new Order(new HashSet<>());
  }

  /** Watches a day that is in order, or else will not be read. */
  static Order trusting() {
    return new Order(null);
  }

  /** Takes the next timestamp; true if it was not there before. */
  boolean isNew(Ts ts) {
    var before = last;
    last = ts;
    if (before != null && ts.instant().isBefore(before.instant())) {
      broken = true;
    }
    return seen == null
        ? before == null || !before.value().equals(ts.value())
        : seen.add(ts.value());
  }

  /** Whether an earlier one came after a later one. */
  boolean isBroken() {
    return broken;
  }
}
