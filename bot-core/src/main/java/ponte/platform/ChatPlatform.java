package ponte.platform;

import java.util.Set;
import ponte.conversation.WorkspaceId;

/** A chat platform that Ponte speaks on. */
public interface ChatPlatform {

  /** Something a platform can do and others cannot. */
  enum Capability {
    /** A reply in a channel that one person sees. */
    PRIVATE_REPLIES,
    THREADS,
    FORMS,
    PICTURES,
    HOME_PAGE
  }

  /** Whether this platform is where the workspace lives. */
  boolean serves(WorkspaceId workspace);

  Set<Capability> capabilities();

  /**
   * Delivers a reply. Delivering the same {@link Outgoing#key()} again shows it once.
   *
   * @throws PlatformUnavailableException if the platform does not answer; delivering may be tried
   *     again
   */
  Delivery deliver(Outgoing outgoing);
}
