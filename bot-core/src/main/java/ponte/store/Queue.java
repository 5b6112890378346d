package ponte.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Work that must not be lost: durable, delayed, deduplicated, handed out under leases, at least
 * once.
 *
 * <p>An entry is handed out when it is due and no lease on it holds. Entries of one lane are handed
 * out in the order of their adding, and none of a lane while an earlier one of it waits, is leased
 * to another or is to be retried; entries without a lane are independent. Entries whose lease ran
 * out are handed out again; the old lease is then void.
 *
 * <p>What a method changed is durable when it returns.
 */
public interface Queue {

  /** How long at least a key is remembered after its entry was added. */
  Duration MEMORY = Duration.ofDays(7);

  /**
   * Adds the entries whose topic and key are not known from the last {@link #MEMORY}, in order, all
   * of them or none.
   *
   * @return how many were new
   */
  int add(List<Entry> entries);

  /**
   * Leases entries of a topic that are due: oldest first, several of one lane in their order.
   *
   * @param max most entries to return, at least 1
   * @param time how long the lease holds
   */
  List<Lease> lease(String topic, int max, Duration time);

  /** Leases the entry with this key, whatever waits before it; empty where it is not to be had. */
  Optional<Lease> lease(String topic, String key, Duration time);

  /** Holds a lease for longer, from now. False: the lease is void. */
  boolean extend(Lease lease, Duration time);

  /** Removes finished entries. Void leases are passed over. */
  void done(Collection<Lease> leases);

  /** Gives an entry back, to be handed out again from a moment on. False: the lease is void. */
  boolean retry(Lease lease, Instant due, String reason);

  /** Puts an entry among the dead letters and frees its lane. False: the lease is void. */
  boolean bury(Lease lease, String reason);

  /** The dead letters of a topic, oldest first. */
  List<DeadLetter> buried(String topic, int limit);

  /** Puts a dead letter back at the end of its lane, due now. False: there is none of this key. */
  boolean replay(String topic, String key);

  /** How much waits in a topic. */
  Depth depth(String topic);

  /** Returns when something of the topic may be due, or when the time has passed. */
  void await(String topic, Duration atMost) throws InterruptedException;
}
