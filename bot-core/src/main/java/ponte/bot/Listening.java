package ponte.bot;

import java.util.List;
import ponte.archive.Archive;
import ponte.directory.Directory;

/**
 * Takes what the inbox heard into the directory and the archive, and does nothing else: nobody is
 * answered, nothing is delivered.
 */
public final class Listening implements AutoCloseable {

  private final Crew crew;

  /**
   * @param ponte whose rules tell what may be kept, and who is told what is in the archive now
   */
  public Listening(Directory directory, Archive archive, Ponte ponte, Workplace workplace) {
    var hearing =
        new Hearing(
            ponte.joining(),
            directory,
            archive,
            ponte.preferences(),
            ponte.sweep(),
            new Sweeps(workplace.queue(), workplace.clock()),
            new Lately(workplace.queue(), workplace.clock()),
            ponte.feeds(),
            ponte.digestPosts()::heard);
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
