package ponte.archive;

import java.util.List;
import ponte.conversation.Event.Talk;

/**
 * All that an archive keeps, a part at a time, to be copied to another one. What comes out is for
 * no eyes: it holds every channel, and what was taken back, too.
 */
public interface Holdings extends AutoCloseable {

  /**
   * Something of what is kept.
   *
   * @param events which another archive takes in, to keep the same; none: there is no more now
   * @param end where the next part begins, also for whoever opens the holdings later
   */
  record Part(List<Talk> events, String end) {
    public Part {
      events = List.copyOf(events);
    }
  }

  /** Where the first part begins. */
  String BEGINNING = "";

  /**
   * What comes after the end of another part.
   *
   * @param limit about so many messages, at least 1
   * @throws ArchiveUnavailableException if it cannot be read
   */
  Part after(String end, int limit);

  @Override
  void close();
}
