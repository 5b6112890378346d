package ponte.platform;

import java.util.Set;

/** A chat platform that Ponte speaks on. */
public interface ChatPlatform extends Postings {

  /** Something a platform can do and others cannot. */
  enum Capability {
    /** A reply in a channel that one person sees. */
    PRIVATE_REPLIES,
    THREADS,
    FORMS,
    PICTURES,
    HOME_PAGE
  }

  /**
   * Whether a reply can go there by this platform: it is where the workspace lives, and, of an
   * answer, where the question was asked. A workspace may be read on several.
   */
  boolean serves(Destination to);

  Set<Capability> capabilities();

  /**
   * Delivers a reply. Delivering the same {@link Outgoing#key()} again shows it once.
   *
   * <p>What goes under, or in the place of, something that is not known to be there is impossible.
   * In the place of what somebody has removed since there is nothing to be done, and it counts as
   * delivered. To put the same in a place again changes nothing.
   *
   * @param turn is confirmed directly before anything is said
   * @throws PlatformUnavailableException if the platform does not answer; delivering may be tried
   *     again
   * @throws TurnLostException if somebody else delivers it now
   */
  Delivery deliver(Outgoing outgoing, Turn turn);
}
