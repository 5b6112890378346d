package ponte.bot;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.directory.Directory;
import ponte.store.Queue;

/**
 * Takes what the inbox heard into the directory and the archive, and does nothing else: nobody is
 * answered, nothing is delivered.
 */
public final class Listening implements AutoCloseable {

  private final Crew crew;

  public Listening(
      Queue queue,
      Directory directory,
      Archive archive,
      Preferences preferences,
      Clock clock,
      RandomGenerator chance,
      Pause pause) {
    this.crew =
        new Crew(
            List.of(
                new Worker(
                    Inbox.HEARD,
                    queue,
                    new Hearing(directory, archive, preferences),
                    clock,
                    chance,
                    pause)));
  }

  public void start() {
    crew.start();
  }

  @Override
  public void close() {
    crew.close();
  }
}
