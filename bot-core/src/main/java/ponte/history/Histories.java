package ponte.history;

import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.TimeSpan;

/** How a platform gives out what was said in its channels, a page a call, newest first. */
public interface Histories {

  /** Whether what was said in a channel is to be kept. */
  boolean hears(ChannelId channel);

  /**
   * Reads a page of a channel.
   *
   * @param span older messages than it are not asked for
   * @param from where the page begins, as the page before said; empty: with the newest
   * @throws ponte.platform.PlatformUnavailableException if the platform does not answer now
   */
  Given page(ChannelId channel, TimeSpan span, String from);

  /**
   * Reads a page of the replies in a thread.
   *
   * @throws ponte.platform.PlatformUnavailableException if the platform does not answer now
   */
  Given replies(ChannelId channel, Replies replies);

  /**
   * Replies that are still to be read.
   *
   * @param root the platform's id of the message that they are under
   * @param from where the page begins; empty: it is the first
   */
  record Replies(String root, String from) {}

  /** What came of asking for a page. */
  sealed interface Given {

    /**
     * There it is.
     *
     * @param said what the page tells, in any order
     * @param threads those met on it, whose replies are to be read apart
     * @param next where the next page begins; empty: this was the last
     * @param reached everything since then is on this page or on one before
     */
    record Page(List<Event.Talk> said, List<Replies> threads, String next, Instant reached)
        implements Given {
      public Page {
        said = List.copyOf(said);
        threads = List.copyOf(threads);
      }
    }

    /** The platform wants to be asked later. */
    record Later(Instant notBefore, String why) implements Given {}

    /** There is nothing, or nothing more, for Ponte to read. */
    record Over(String why) implements Given {}

    /** Ponte is shut out; when it is let in again, the channel is read from the start. */
    record Closed(String why) implements Given {}

    /** An administrator must do something first. */
    record Refused(String why) implements Given {}
  }
}
