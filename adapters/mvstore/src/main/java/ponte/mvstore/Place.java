package ponte.mvstore;

import java.time.Instant;
import java.util.Comparator;
import org.h2.mvstore.DataUtils;

/**
 * Where an entry stands in the order of its topic.
 *
 * @param moment when it is due, its lease runs out or it was buried
 * @param number the entry's, larger for a later one
 */
record Place(Rank rank, Instant moment, long number) {

  /** What can be done with an entry. */
  enum Rank {

    /** It may be handed out once it is due. */
    READY,

    /** An earlier one of its lane comes first. */
    BEHIND,

    LEASED,

    DEAD
  }

  static final Form<Place> FORM =
      Form.ofKey(
          Place[]::new,
          Comparator.comparing(Place::rank)
              .thenComparing(Place::moment)
              .thenComparing(Place::number),
          _ -> 64,
          (to, place) -> {
            to.put((byte) place.rank.ordinal());
            Form.putMoment(to, place.moment);
            to.putVarLong(place.number);
          },
          from ->
              new Place(Rank.values()[from.get()], Form.moment(from), DataUtils.readVarLong(from)));

  /** Before all places of a rank. */
  static Place first(Rank rank) {
    return new Place(rank, Instant.MIN, 0);
  }

  /** After all places of a rank. */
  static Place last(Rank rank) {
    return new Place(rank, Instant.MAX, Long.MAX_VALUE);
  }
}
