package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of those who sought a colleague instead of asking a channel. */
final class Seekers {

  private final Set<Integer> seeking = new HashSet<>();
  private final Set<Integer> promised = new HashSet<>();
  private final Map<Integer, Duration> written = new HashMap<>();
  private final Set<Integer> helped = new HashSet<>();
  private int unknowing;

  void seeks(Seeking one) {
    seeking.add(one.number());
  }

  void replied(Seeking one, boolean isPromised) {
    if (isPromised) {
      promised.add(one.number());
    }
  }

  /**
   * The colleague is written to.
   *
   * @param knows whether they know anything about it
   */
  void written(Seeking one, Instant at, boolean knows) {
    written.put(one.number(), Duration.between(one.at(), at));
    unknowing += knows ? 0 : 1;
  }

  void helped(Seeking one) {
    helped.add(one.number());
  }

  boolean isHelped(Seeking one) {
    return helped.contains(one.number());
  }

  int count() {
    return seeking.size();
  }

  /** How many were told that a colleague is written to. */
  int promised() {
    return promised.size();
  }

  int written() {
    return written.size();
  }

  /** Hours until the colleague was written to, of those to whom it was promised. */
  double hours(double part) {
    var hours =
        promised.stream()
            .mapToDouble(
                each ->
                    written.containsKey(each)
                        ? written.getOrDefault(each, Duration.ZERO).toSeconds() / 3600.0
                        : Double.POSITIVE_INFINITY)
            .sorted()
            .toArray();
    return hours.length == 0
        ? Double.NaN
        : hours[(int) Math.min(hours.length - 1, Math.floor(part * hours.length))];
  }

  /** The share of those written to who know nothing of it. */
  double unknowing() {
    return written.isEmpty() ? 0 : (double) unknowing / written.size();
  }

  /** How many got help from whom they sought. */
  int helped() {
    return helped.size();
  }
}
