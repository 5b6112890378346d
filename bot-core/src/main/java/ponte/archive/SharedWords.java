package ponte.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.PersonId;

/** The words that a message has in common with those before it, and how rare they are there. */
final class SharedWords {

  private final Turn turn;
  private final List<Turn> candidates;
  private final long[] shared;
  private final double[] rarity;
  private final Map<PersonId, Double> rarestOf = new HashMap<>();

  SharedWords(Turn turn, List<Turn> candidates) {
    this.turn = turn;
    this.candidates = candidates;
    shared = new long[candidates.size()];
    var counts = new int[turn.words().length];
    for (var i = 0; i < shared.length; i++) {
      shared[i] = sharedWith(candidates.get(i), counts);
    }
    rarity = new double[counts.length];
    for (var word = 0; word < counts.length; word++) {
      rarity[word] = Math.log((candidates.size() + 1) / (counts[word] + 0.5));
    }
    for (var i = 0; i < shared.length; i++) {
      rarestOf.merge(candidates.get(i).author(), rarest(i), Math::max);
    }
  }

  /** The words that both have, as bits by their place in the turn's; counts them. */
  private long sharedWith(Turn candidate, int[] counts) {
    var own = turn.words();
    var others = candidate.words();
    long bits = 0;
    for (int i = 0, j = 0; i < own.length && j < others.length; ) {
      if (own[i] == others[j]) {
        bits |= 1L << i;
        counts[i]++;
        i++;
        j++;
      } else if (own[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    return bits;
  }

  /** The sum of how rare each is, less for longer messages. */
  double weight(int index) {
    if (shared[index] == 0) {
      return 0;
    }
    double sum = 0;
    for (var bits = shared[index]; bits != 0; bits &= bits - 1) {
      sum += rarity[Long.numberOfTrailingZeros(bits)];
    }
    var lengths = (double) turn.words().length * candidates.get(index).words().length;
    return Math.max(0, sum) / (1 + Math.sqrt(lengths) / 2);
  }

  /** How rare the rarest is; 0 where there is none. */
  double rarest(int index) {
    double most = 0;
    for (var bits = shared[index]; bits != 0; bits &= bits - 1) {
      most = Math.max(most, rarity[Long.numberOfTrailingZeros(bits)]);
    }
    return most;
  }

  /** How rare the rarest is that somebody has in common with it; 0 where there is none. */
  double rarestOf(PersonId author) {
    return rarestOf.getOrDefault(author, 0.0);
  }
}
