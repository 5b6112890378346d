package ponte.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * An archive that moves: it is read from the first one and written to both, so that neither misses
 * anything while the other is filled. What only one of them took is given to both again.
 */
public final class TwoArchives implements Archive {

  private final Archive first;
  private final Archive second;

  /** Takes over both, to close them. */
  public TwoArchives(Archive first, Archive second) {
    this.first = first;
    this.second = second;
  }

  /** The one that is read. */
  public Archive first() {
    return first;
  }

  /** The one that is only written to. */
  public Archive second() {
    return second;
  }

  @Override
  public void apply(List<? extends Event.Talk> events) {
    try {
      second.apply(events);
    } catch (ArchiveRefusesException e) {
      // Nor will it take it the next time: whoever reads the first one is not to miss it for that.
      first.apply(events);
      throw e;
    }
    first.apply(events);
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    return first.find(messages, audience);
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    return first.read(channel, span, limit, audience);
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    return first.before(channel, until, limit, audience);
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    return first.conversations(openings, audience);
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    return first.search(sought, audience, limit);
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    return first.vocabulary(words, shapes, audience);
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    return first.latest(audience, limit);
  }

  @Override
  public Extent extent(Audience audience) {
    return first.extent(audience);
  }

  @Override
  public void forget(PersonId person, Instant at) {
    second.forget(person, at);
    first.forget(person, at);
  }

  @Override
  public void forget(WorkspaceId workspace) {
    second.forget(workspace);
    first.forget(workspace);
  }

  /** What the second one has of them goes before: else nobody would know of it any more. */
  @Override
  public List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    while (second.forget(channel, before, limit).size() == limit) {
      // There may be more of it.
    }
    return first.forget(channel, before, limit);
  }

  @Override
  public void expunge() {
    second.expunge();
    first.expunge();
  }

  @Override
  public void requireUsable() {
    second.requireUsable();
    first.requireUsable();
  }

  @Override
  public void close() {
    try (first) {
      second.close();
    }
  }
}
