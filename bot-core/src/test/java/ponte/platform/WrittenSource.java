package ponte.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;

/** A small workspace that a test writes down. */
public final class WrittenSource implements Source {

  public static final WorkspaceId TEAM = new WorkspaceId("T1");
  public static final PersonId ADA = new PersonId(TEAM, "U1");
  public static final PersonId BEN = new PersonId(TEAM, "U2");

  private static final int BATCH = 2;

  private final Instant asOf;
  private final Map<ChannelId, List<Event.Talk>> talk = new LinkedHashMap<>();
  private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();

  public WrittenSource(Instant asOf) {
    this.asOf = asOf;
  }

  public static ChannelId channel(String name) {
    return new ChannelId(TEAM, "C-" + name);
  }

  public WrittenSource say(String channel, PersonId author, Instant at, String text) {
    return say(channel, author, at, null, text);
  }

  /** Adds a message; its id is its time. */
  public WrittenSource say(
      String channel,
      PersonId author,
      Instant at,
      @org.jspecify.annotations.Nullable Instant thread,
      String text) {
    var id = channel(channel);
    channels.put(id, new Channel(id, channel, Channel.Visibility.PUBLIC, "", "", false));
    var message =
        new Message(
            new MessageId(id, at.toString()),
            author,
            Message.Kind.TALK,
            at,
            thread == null ? null : new MessageId(id, thread.toString()),
            RichText.plain(text),
            List.of(),
            List.of(),
            at);
    return add(id, new Event.Talk.Posted(new EventId("e-" + message.id()), message));
  }

  public WrittenSource add(ChannelId channel, Event.Talk event) {
    talk.computeIfAbsent(channel, _ -> new ArrayList<>()).add(event);
    return this;
  }

  @Override
  public WorkspaceId workspace() {
    return TEAM;
  }

  @Override
  public Instant asOf() {
    return asOf;
  }

  @Override
  public List<Person> people() {
    return List.of(person(ADA, "Ada"), person(BEN, "Ben"));
  }

  private static Person person(PersonId id, String name) {
    return new Person(id, name, name, "", null, ZoneOffset.UTC, null, Person.Standing.ACTIVE);
  }

  @Override
  public List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  @Override
  public Optional<Set<PersonId>> members(ChannelId channel) {
    return Optional.of(Set.of(ADA, BEN));
  }

  @Override
  public long messages() {
    return talk.values().stream()
        .flatMap(List::stream)
        .filter(Event.Talk.Posted.class::isInstance)
        .count();
  }

  @Override
  public void history(ChannelId channel, Consumer<List<Event.Talk>> batch) {
    var all = talk.getOrDefault(channel, List.of());
    for (int from = 0; from < all.size(); from += BATCH) {
      batch.accept(List.copyOf(all.subList(from, Math.min(all.size(), from + BATCH))));
    }
  }
}
