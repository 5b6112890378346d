package ponte.mvstore;

import java.util.Comparator;
import java.util.OptionalLong;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The lanes of a topic: which entries are in them, in the order of their adding. */
final class Lanes {

  private record Spot(String lane, long number) {

    static final Form<Spot> FORM =
        Form.ofKey(
            Spot[]::new,
            Comparator.comparing(Spot::lane).thenComparing(Spot::number),
            spot -> 40 + Form.memoryOf(spot.lane),
            (to, spot) -> {
              Form.putText(to, spot.lane);
              to.putVarLong(spot.number);
            },
            from -> new Spot(Form.text(from), DataUtils.readVarLong(from)));
  }

  private final MVMap<Spot, Boolean> spots;

  Lanes(MVStore store, String name) {
    spots =
        store.openMap(
            name, new MVMap.Builder<Spot, Boolean>().keyType(Spot.FORM).valueType(Form.NOTHING));
  }

  void enter(long number, Item item) {
    if (!item.lane().isEmpty()) {
      spots.put(new Spot(item.lane(), number), true);
    }
  }

  void leave(long number, Item item) {
    if (!item.lane().isEmpty()) {
      spots.remove(new Spot(item.lane(), number));
    }
  }

  /** Whether nothing of its lane is before the entry. */
  boolean isFirst(long number, Item item) {
    if (item.lane().isEmpty()) {
      return true;
    }
    var before = spots.lowerKey(new Spot(item.lane(), number));
    return before == null || !before.lane.equals(item.lane());
  }

  /** The entry after this one in its lane. */
  OptionalLong after(long number, Item item) {
    if (item.lane().isEmpty()) {
      return OptionalLong.empty();
    }
    var next = spots.higherKey(new Spot(item.lane(), number));
    return next == null || !next.lane.equals(item.lane())
        ? OptionalLong.empty()
        : OptionalLong.of(next.number);
  }
}
