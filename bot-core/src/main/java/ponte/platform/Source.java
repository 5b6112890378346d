package ponte.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** A workspace as it can be read from the outside: its people, its channels and what was said. */
public interface Source {

  WorkspaceId workspace();

  /**
   * Up to when it tells: nothing in it is later, and what it says of people and channels was true
   * then.
   */
  Instant asOf();

  List<Person> people();

  List<Channel> channels();

  /** Those who are in a channel; empty where the source does not tell. */
  Optional<Set<PersonId>> members(ChannelId channel);

  /** How many messages there are, over all channels. */
  long messages();

  /**
   * Reads a channel from its first message to its last, in batches.
   *
   * @param batch takes the messages as events, oldest first
   * @throws SourceUnreadableException if the source cannot be read
   */
  void history(ChannelId channel, Consumer<List<Event.Talk>> batch);
}
