package ponte.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast a platform may be called: never faster than it lets us, and not at all for as long as it
 * has told us to wait.
 *
 * <p>Known to this process only. Where several replicas together are too fast, the platform says
 * so, and each then waits.
 */
public final class Pace {

  private static final int MANY = 10_000;

  /** Calls of the last stretch, and until when there may be none. */
  private static final class Track {
    private final Deque<Instant> calls = new ArrayDeque<>();
    private Instant barredUntil = Instant.EPOCH;

    boolean isIdle(Instant now) {
      return calls.isEmpty() && !barredUntil.isAfter(now);
    }
  }

  /** Why a call has to wait. */
  public enum Cause {
    /** It would be faster than the platform lets us. */
    OWN_RATE,
    /** The platform has told us to. */
    TOLD
  }

  /** Is told of each call that has to wait. */
  @FunctionalInterface
  public interface Waits {

    /**
     * @param wait until it may be tried again
     */
    void noted(Cause cause, Duration wait);
  }

  private final Clock clock;
  private final Waits waits;
  private final Map<String, Track> tracks = new HashMap<>();

  public Pace(Clock clock) {
    this((_, _) -> {}, clock);
  }

  public Pace(Waits waits, Clock clock) {
    this.waits = waits;
    this.clock = clock;
  }

  /**
   * Counts a call of this kind, if there may be one now.
   *
   * @return empty: go on; otherwise when to try again, and no call was counted
   */
  public synchronized Optional<Instant> take(String kind, Rate rate) {
    var now = clock.instant();
    if (tracks.size() > MANY) {
      tracks.values().forEach(track -> expire(track, rate, now));
      tracks.values().removeIf(track -> track.isIdle(now));
    }
    var track = tracks.computeIfAbsent(kind, _ -> new Track());
    if (track.barredUntil.isAfter(now)) {
      return waiting(Cause.TOLD, track.barredUntil, now);
    }
    expire(track, rate, now);
    if (track.calls.size() >= rate.calls()) {
      return waiting(Cause.OWN_RATE, track.calls.getFirst().plus(rate.per()), now);
    }
    track.calls.addLast(now);
    return Optional.empty();
  }

  /** How many calls of this kind there may be at this moment. */
  public synchronized int left(String kind, Rate rate) {
    var track = tracks.get(kind);
    var now = clock.instant();
    if (track == null) {
      return rate.calls();
    }
    expire(track, rate, now);
    return track.barredUntil.isAfter(now) ? 0 : rate.calls() - track.calls.size();
  }

  private Optional<Instant> waiting(Cause cause, Instant until, Instant now) {
    waits.noted(cause, Duration.between(now, until));
    return Optional.of(until);
  }

  private static void expire(Track track, Rate rate, Instant now) {
    while (!track.calls.isEmpty() && !track.calls.getFirst().plus(rate.per()).isAfter(now)) {
      track.calls.removeFirst();
    }
  }

  /** A call of this kind was refused: allows no other before a moment. */
  public synchronized void bar(String kind, Instant until) {
    var track = tracks.computeIfAbsent(kind, _ -> new Track());
    waits.noted(Cause.TOLD, Duration.between(clock.instant(), until));
    if (until.isAfter(track.barredUntil)) {
      track.barredUntil = until;
    }
  }
}
