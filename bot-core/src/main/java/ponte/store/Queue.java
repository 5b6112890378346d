package ponte.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Work that must not be lost: durable, delayed, deduplicated, handed out under leases, at least
 * once.
 *
 * <p>An entry is handed out when it is due and no lease on it holds. Entries of one lane are handed
 * out in the order of their adding, and none of a lane while an earlier one of it waits, due or
 * not, is leased to another or is to be retried; entries without a lane are independent.
 *
 * <p>A lease holds for its time. Entries whose lease ran out are handed out again; the old lease is
 * then void. Until then it is still good, so that work which took too long but was taken over by
 * nobody need not be done twice. A lease is void, too, once its entry was given back, buried or
 * done.
 *
 * <p>Leasing several entries of a lane is a promise to handle them in their order: who gives one of
 * them back gives back the later ones, too.
 *
 * <p>What a method changed is durable when it returns. Every method throws {@link
 * StoreUnavailableException} where the store cannot be read or written, and {@link
 * IllegalArgumentException} for a limit below 1 or a lease without length.
 */
public interface Queue {

  /** How long a key is remembered after its entry was added, even if the entry is done. */
  Duration MEMORY = Duration.ofDays(7);

  /**
   * About so many characters the payloads have at most that are leased at once, beside the last of
   * them: whoever wants many entries need not know how large they are.
   */
  int ARMFUL = 1 << 20;

  /**
   * Adds the entries of one topic whose keys are not known, in order, all of them or none. A key is
   * known for {@link #MEMORY} from its adding and for as long as its entry waits, is leased or lies
   * among the dead letters; of entries with one key the first is added.
   *
   * @return how many were new
   * @throws IllegalArgumentException if the topics differ
   */
  int add(List<Entry> entries);

  /**
   * Leases entries of a topic: of all that may be handed out the one that has been due longest, and
   * of equals the one added first; then the next one in the same way, which may be the successor of
   * the first one in its lane. Where they are large it is fewer than may be had: none is added to
   * an {@link #ARMFUL}.
   *
   * @param max most entries to return, at least 1
   * @param time how long the lease holds
   */
  List<Lease> lease(String topic, int max, Duration time);

  /**
   * Leases the entry with this key, whatever is before it in its lane; empty where there is none,
   * it is not due or a lease on it holds.
   */
  Optional<Lease> lease(String topic, String key, Duration time);

  /** Holds a lease for this time, from now. False: the lease is void. */
  boolean extend(Lease lease, Duration time);

  /** Removes finished entries. Void leases are passed over. */
  void done(Collection<Lease> leases);

  /**
   * Gives an entry back, to its old place in its lane, to be handed out again from a moment on: its
   * due time from now on. It stays late for as long as it was: see {@link Depth}. False: the lease
   * is void.
   */
  boolean retry(Lease lease, Instant due, String reason);

  /**
   * Gives an entry back in the same way that only has to wait: that it was handed out does not
   * count among its tries. False: the lease is void.
   */
  boolean postpone(Lease lease, Instant due, String reason);

  /** Gives many of one or several topics back in the same way. Void leases are passed over. */
  void postpone(Collection<Lease> leases, Instant due, String reason);

  /**
   * Gives an entry back in the same way, as if it had been added for this moment: it is not late
   * until then. False: the lease is void.
   */
  boolean plan(Lease lease, Instant due, String reason);

  /** Puts an entry among the dead letters and frees its lane. False: the lease is void. */
  boolean bury(Lease lease, String reason);

  /** The dead letters of a topic, those that were buried first at the front. */
  List<DeadLetter> buried(String topic, int limit);

  /**
   * Puts a dead letter back at the end of its lane, due now, as if it had never been handed out.
   * False: there is none of this key.
   */
  boolean replay(String topic, String key);

  /**
   * Removes a dead letter for good; its key stays known for its time. False: there is none of this
   * key.
   */
  boolean discard(String topic, String key);

  /**
   * Takes out of a topic all of these that wait, due or not, or are leased, as if they had never
   * been added: their leases are void, and their keys are not known any more. Dead letters stay.
   *
   * @param which asked of each as it was added, without anything being done with the queue
   * @return how many
   */
  int withdraw(String topic, Predicate<Entry> which);

  /**
   * Of some keys of a topic those whose entries wait, due or not, or are leased: what is done, was
   * given up, withdrawn or never added is not among them.
   */
  Set<String> unfinished(String topic, Collection<String> keys);

  /** How much waits in a topic. */
  Depth depth(String topic);

  /**
   * Returns when something of the topic may be handed out, or when the time has passed; sometimes
   * earlier. The time until an entry is due or a lease runs out is taken from the clock when the
   * wait begins.
   */
  void await(String topic, Duration atMost) throws InterruptedException;
}
