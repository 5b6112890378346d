package ponte.bot;

import java.util.ArrayList;
import java.util.List;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/** Takes what was heard into the directory and the archive. */
final class Hearing implements Handler {

  /** Enough to make one durable write of the archive worth its while. */
  private static final int BATCH = 8;

  private final Directory directory;
  private final Archive archive;

  Hearing(Directory directory, Archive archive) {
    this.directory = directory;
    this.archive = archive;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var talk = new ArrayList<Event.Talk>();
    var roster = new ArrayList<Event.Roster>();
    for (var lease : leases) {
      for (var event : Codec.read(lease.entry().payload(), Inbox.Envelope.class).events()) {
        switch (event) {
          case Event.Talk said -> talk.add(said);
          case Event.Roster change -> roster.add(change);
          case Event.Request request ->
              throw new IllegalArgumentException(
                  "request " + request.id() + " among what was heard");
        }
      }
    }
    directory.apply(roster);
    if (!talk.isEmpty()) {
      archive.apply(talk);
    }
    return DONE;
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof ArchiveUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
