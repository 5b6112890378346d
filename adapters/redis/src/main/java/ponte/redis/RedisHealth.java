package ponte.redis;

import org.jspecify.annotations.Nullable;

/**
 * How the servers do on which the state lies; of several masters the worst of each.
 *
 * @param reachable every master answers, and no part of a cluster is without one
 * @param writable every master takes changes, and enough replicas acknowledge them
 * @param persistence how much a restart of Redis would keep
 * @param evicting Redis may throw keys away when its memory is full: state would be lost
 * @param masters how many there are
 * @param replicas how many have acknowledged a change, of the master with the fewest
 * @param trouble what is wrong in words of the technology; null: nothing
 */
public record RedisHealth(
    boolean reachable,
    boolean writable,
    Persistence persistence,
    boolean evicting,
    int masters,
    int replicas,
    @Nullable String trouble) {

  /** What Redis writes to disk, the least first. */
  public enum Persistence {
    /** Nothing: a restart comes back empty. */
    NONE,
    /** Redis does not tell. */
    UNKNOWN,
    /** A snapshot now and then: a restart loses what came after it. */
    SNAPSHOTS,
    /** Each change. */
    APPEND_ONLY
  }
}
