package ponte.archive;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/** The flat messages of one channel as an archive has filed them: what {@link Filing} reads. */
public interface Shelf {

  /** Where a message stands in its channel, in {@link Message#IN_ORDER}. */
  record Place(Instant at, MessageId id) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::at).thenComparing(Place::id);

    public static Place of(Message message) {
      return new Place(message.at(), message.id());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** The last flat messages before a place, oldest first. */
  List<Turn> before(Place place, int limit);

  /** The first flat messages at a place or after it, oldest first. */
  List<Turn> from(Place place, int limit);

  /** The flat message of this name. */
  Optional<Turn> find(MessageId message);

  /** Whether any message but these replies in the thread of {@code root}. */
  boolean hasReplies(MessageId root, Set<MessageId> apartFrom);
}
