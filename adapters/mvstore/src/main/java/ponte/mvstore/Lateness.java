package ponte.mvstore;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.jspecify.annotations.Nullable;

/**
 * Since when entries are due that could not be done yet, where that is before the moment for which
 * they were given back. It lies beside them, where an earlier version looks for nothing.
 */
final class Lateness {

  private record Late(Instant since, long number) {

    static final Form<Late> FORM =
        Form.ofKey(
            Late[]::new,
            Comparator.comparing(Late::since).thenComparing(Late::number),
            _ -> 56,
            (to, late) -> {
              Form.putMoment(to, late.since);
              to.putVarLong(late.number);
            },
            from -> new Late(Form.moment(from), DataUtils.readVarLong(from)));
  }

  private static final Form<Instant> MOMENT =
      Form.ofValue(Instant[]::new, _ -> 40, Form::putMoment, Form::moment);

  private final MVMap<Long, Instant> sinces;
  private final MVMap<Late, Boolean> order;

  Lateness(MVStore store, String sinces, String order) {
    this.sinces =
        store.openMap(
            sinces,
            new MVMap.Builder<Long, Instant>().keyType(LongDataType.INSTANCE).valueType(MOMENT));
    this.order =
        store.openMap(
            order, new MVMap.Builder<Late, Boolean>().keyType(Late.FORM).valueType(Form.NOTHING));
  }

  /**
   * An entry is given back.
   *
   * @param before when it was due
   * @param due when it is to be handed out again
   */
  void givenBack(long number, Instant before, Instant due) {
    var known = sinces.get(number);
    var since = known == null ? before : known;
    forget(number);
    if (since.isBefore(due)) {
      sinces.put(number, since);
      order.put(new Late(since, number), true);
    }
  }

  /** It is gone, or planned anew. */
  void forget(long number) {
    var since = sinces.remove(number);
    if (since != null) {
      order.remove(new Late(since, number));
    }
  }

  /**
   * Since when the one is due that is due longest.
   *
   * @param isThere says which entries are: an earlier version that was at work leaves others here
   */
  Optional<Instant> first(LongPredicate isThere) {
    @Nullable Late first;
    while ((first = order.firstKey()) != null && !isThere.test(first.number)) {
      order.remove(first);
      sinces.remove(first.number);
    }
    return Optional.ofNullable(first).map(Late::since);
  }
}
