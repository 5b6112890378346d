package ponte.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * An archive that is away when it is to be opened: whoever needs it tries to open it, until one
 * succeeds. Until then it cannot be read or written, like one that went away later.
 */
public final class LateArchive implements Archive {

  private final Supplier<? extends Archive> opening;
  private final AtomicBoolean isOpening = new AtomicBoolean();
  private volatile @Nullable Archive opened;
  private boolean closed;

  /**
   * @param opening throws {@link ArchiveUnavailableException} while it is away; may take long
   */
  public LateArchive(Supplier<? extends Archive> opening) {
    this.opening = opening;
  }

  /** It takes as long as patience lasts to find out that it is away: nobody else waits for that. */
  private Archive there() {
    var known = opened;
    if (known != null) {
      return known;
    }
    if (!isOpening.compareAndSet(false, true)) {
      throw notYet();
    }
    try {
      var meanwhile = opened;
      return meanwhile == null ? keep(opening.get()) : meanwhile;
    } finally {
      isOpening.set(false);
    }
  }

  private synchronized Archive keep(Archive archive) {
    if (closed) {
      archive.close();
      throw notYet();
    }
    opened = archive;
    return archive;
  }

  private static ArchiveUnavailableException notYet() {
    return new ArchiveUnavailableException("the archive is not open yet", null);
  }

  @Override
  public void apply(List<? extends Event.Talk> events) {
    there().apply(events);
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    return there().find(messages, audience);
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    return there().read(channel, span, limit, audience);
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    return there().before(channel, until, limit, audience);
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    return there().conversations(openings, audience);
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    return there().search(sought, audience, limit);
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    return there().vocabulary(words, shapes, audience);
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    return there().latest(audience, limit);
  }

  @Override
  public Extent extent(Audience audience) {
    return there().extent(audience);
  }

  @Override
  public void forget(PersonId person, Instant at) {
    there().forget(person, at);
  }

  @Override
  public void forget(WorkspaceId workspace) {
    there().forget(workspace);
  }

  @Override
  public List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    return there().forget(channel, before, limit);
  }

  @Override
  public void expunge() {
    there().expunge();
  }

  @Override
  public void requireUsable() {
    there().requireUsable();
  }

  @Override
  public synchronized void close() {
    closed = true;
    var known = opened;
    if (known != null) {
      known.close();
    }
  }
}
