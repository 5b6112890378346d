package ponte.bench;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ponte.archive.Archive;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.archive.Shaped;
import ponte.archive.Sought;
import ponte.archive.Vocabulary;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * An archive that reads what it is asked for once: many rankings ask it the same at the moment of a
 * question. Whatever changes it makes it forget its answers. For one thread.
 */
final class RememberingArchive implements Archive {

  private final Archive archive;
  private final Map<List<Object>, Object> answers = new HashMap<>();

  RememberingArchive(Archive archive) {
    this.archive = archive;
  }

  @SuppressWarnings("unchecked")
  private <T> T once(Supplier<T> answer, Object... question) {
    // What is asked tells the type of its answer: its first part is the name of the method.
    return (T) answers.computeIfAbsent(List.of(question), _ -> answer.get());
  }

  @Override
  public void apply(List<? extends Event.Talk> events) {
    answers.clear();
    archive.apply(events);
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    return archive.find(messages, audience);
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    return archive.read(channel, span, limit, audience);
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    return archive.before(channel, until, limit, audience);
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    return once(
        () -> archive.conversations(openings, audience),
        "conversations",
        Set.copyOf(openings),
        audience);
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    return once(() -> archive.search(sought, audience, limit), "search", sought, audience, limit);
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    return once(
        () -> archive.vocabulary(words, shapes, audience),
        "vocabulary",
        Set.copyOf(words),
        Set.copyOf(shapes),
        audience);
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    return once(() -> archive.latest(audience, limit), "latest", audience, limit);
  }

  @Override
  public Extent extent(Audience audience) {
    return archive.extent(audience);
  }

  @Override
  public void forget(PersonId person, Instant at) {
    answers.clear();
    archive.forget(person, at);
  }

  @Override
  public void forget(WorkspaceId workspace) {
    answers.clear();
    archive.forget(workspace);
  }

  @Override
  public List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    answers.clear();
    return archive.forget(channel, before, limit);
  }

  @Override
  public void expunge() {
    archive.expunge();
  }

  @Override
  public void requireUsable() {
    archive.requireUsable();
  }

  @Override
  public void close() {
    archive.close();
  }
}
