package ponte.bot;

import java.util.List;
import java.util.function.Consumer;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.Event;
import ponte.directory.Directory;

/**
 * Takes what the inbox heard into the directory and the archive, and does nothing else: nobody is
 * answered, nothing is delivered.
 */
public final class Listening implements AutoCloseable {

  private final Crew crew;

  /**
   * @param then is told what is in the archive now
   */
  public Listening(
      Directory directory,
      Archive archive,
      Preferences preferences,
      Consumer<List<Event.Talk>> then,
      Workplace workplace) {
    var lately = new Lately(workplace.queue(), workplace.clock());
    var hearing = new Hearing(directory, archive, preferences, lately, then);
    this.crew =
        new Crew(
            List.of(new Worker(Inbox.HEARD, hearing, workplace)), List.of(), workplace.lease());
  }

  public void start() {
    crew.start();
  }

  @Override
  public void close() {
    crew.close();
  }
}
