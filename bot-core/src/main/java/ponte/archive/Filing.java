package ponte.archive;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Shelf.Place;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * Keeps a channel filed while its messages come, change and go.
 *
 * <p>It ends where {@link Conversations#file} over the whole channel would end, but looks only at
 * what a change can reach: the flat messages that follow it, until as many as a link looks back are
 * filed as they were. At a channel's end that is nothing. For one writer at a time.
 */
public final class Filing {

  private final Conversations conversations;
  private final Map<ChannelId, List<Turn>> tails;

  /**
   * What became of a message; of its old and its new form at least one is there.
   *
   * @param before null: it was not there
   * @param after null: it is there no more
   */
  public record Change(@Nullable Message before, @Nullable Message after) {

    MessageId id() {
      return (after != null ? after : Objects.requireNonNull(before)).id();
    }

    /** Whether linking sees no difference. */
    private boolean leavesFiling() {
      return before != null
          && after != null
          && before.at().equals(after.at())
          && before.author().equals(after.author())
          && before.kind() == after.kind()
          && Objects.equals(before.thread(), after.thread())
          && before.text().equals(after.text());
    }
  }

  /**
   * @param atHand of how many channels the last messages are kept in memory, so that appending
   *     reads nothing; 0 where others write the same channels
   */
  public Filing(Conversations conversations, int atHand) {
    this.conversations = conversations;
    this.tails =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ChannelId, List<Turn>> eldest) {
            return size() > atHand;
          }
        };
  }

  /**
   * Files what changed in one channel. What it returns must be written before it is called again,
   * or {@link #forget} be called.
   *
   * @param changes at most one a message
   * @param shelf the channel before the changes
   * @return the conversation of each message that is new or moved
   */
  public Map<MessageId, MessageId> refile(ChannelId channel, List<Change> changes, Shelf shelf) {
    var tail = tails.remove(channel);
    var walk = new Walk(tail == null ? shelf : new TailShelf(tail, shelf));
    changes.stream().filter(change -> !change.leavesFiling()).forEach(walk::add);
    walk.touchRoots();
    var untouched = walk.places.isEmpty();
    var end = walk.run();
    var next = untouched ? tail : end;
    if (next != null) {
      tails.put(channel, next);
    }
    return walk.filed;
  }

  /** Drops what is at hand, because the archive was not written as it was filed. */
  public void forget() {
    tails.clear();
  }

  private int window() {
    return conversations.rules().window();
  }

  /** A channel whose last messages are at hand. */
  private record TailShelf(List<Turn> tail, Shelf shelf) implements Shelf {

    private boolean endsBefore(Place place) {
      return tail.isEmpty() || tail.getLast().place().compareTo(place) < 0;
    }

    @Override
    public List<Turn> before(Place place, int limit) {
      return endsBefore(place) ? tail : shelf.before(place, limit);
    }

    @Override
    public List<Turn> from(Place place, int limit) {
      return endsBefore(place) ? List.of() : shelf.from(place, limit);
    }

    @Override
    public Optional<Turn> find(MessageId message) {
      return shelf.find(message);
    }

    @Override
    public boolean hasReplies(MessageId root, Set<MessageId> apartFrom) {
      return shelf.hasReplies(root, apartFrom);
    }
  }

  /** One pass over the places where something changed. */
  private final class Walk {

    private final Shelf shelf;
    private final Set<MessageId> changed = new HashSet<>();
    private final TreeMap<Place, Turn> arriving = new TreeMap<>();
    private final TreeSet<Place> places = new TreeSet<>();
    private final Set<MessageId> roots = new HashSet<>();
    private final Set<MessageId> repliedTo = new HashSet<>();
    private final Map<MessageId, MessageId> filed = new HashMap<>();

    private Walk(Shelf shelf) {
      this.shelf = shelf;
    }

    private void add(Change change) {
      changed.add(change.id());
      var before = change.before();
      if (before != null) {
        leave(before);
      }
      var after = change.after();
      if (after != null) {
        arrive(after);
      }
    }

    private void leave(Message message) {
      if (Turn.isFlat(message)) {
        places.add(Place.of(message));
      } else if (message.thread() != null) {
        roots.add(message.thread());
      }
    }

    private void arrive(Message message) {
      if (Turn.isFlat(message)) {
        var place = Place.of(message);
        places.add(place);
        arriving.put(place, Turn.of(message, message.id()));
        return;
      }
      filed.put(message.id(), message.threadOrSelf());
      if (message.thread() != null) {
        roots.add(message.thread());
        repliedTo.add(message.thread());
      }
    }

    /** A message that got its first reply, or lost its last, is to be filed anew. */
    private void touchRoots() {
      for (var root : roots) {
        if (!changed.contains(root)) {
          shelf
              .find(root)
              .filter(turn -> !hasReplies(root) || !turn.conversation().equals(root))
              .ifPresent(turn -> places.add(turn.place()));
        }
      }
    }

    private boolean hasReplies(MessageId root) {
      return repliedTo.contains(root) || shelf.hasReplies(root, changed);
    }

    /** Files all; gives the last messages of the channel where it met the end. */
    private @Nullable List<Turn> run() {
      List<Turn> tail = null;
      while (!places.isEmpty()) {
        tail = walkFrom(places.first());
      }
      return tail;
    }

    /** Files from this place on until all is as it was; gives the tail where it met the end. */
    private @Nullable List<Turn> walkFrom(Place start) {
      Deque<Turn> window = new ArrayDeque<>(shelf.before(start, window()));
      var stored = new Stored(start);
      var unchanged = 0;
      var lastChange = start.at();
      while (true) {
        var turn = first(stored.peek(), start);
        while (!places.isEmpty() && (turn == null || places.first().compareTo(turn.place()) <= 0)) {
          lastChange = places.removeFirst().at();
          unchanged = 0;
        }
        if (turn == null) {
          return new ArrayList<>(window);
        }
        if (unchanged >= window() || isOutOfReach(lastChange, turn)) {
          return null;
        }
        var isNew = arriving.remove(turn.place(), turn);
        if (!isNew) {
          stored.next();
        }
        var now = conversations.file(turn, window, hasReplies(turn.id()));
        if (isNew || !now.conversation().equals(turn.conversation())) {
          filed.put(now.id(), now.conversation());
          lastChange = now.at();
          unchanged = 0;
        } else {
          unchanged++;
        }
      }
    }

    private boolean isOutOfReach(Instant change, Turn turn) {
      return change.plus(conversations.rules().reach()).isBefore(turn.at());
    }

    private @Nullable Turn first(@Nullable Turn stored, Place start) {
      var next = arriving.ceilingEntry(start);
      if (next == null) {
        return stored;
      }
      return stored == null || next.getKey().compareTo(stored.place()) < 0
          ? next.getValue()
          : stored;
    }

    /** The messages that stay, page by page. */
    private final class Stored {

      private final Deque<Turn> page = new ArrayDeque<>();
      private Place last;
      private boolean more = true;

      private Stored(Place start) {
        last = start;
        load(shelf.from(start, 2 * window()).stream(), 2 * window());
      }

      private @Nullable Turn peek() {
        while (page.isEmpty() && more) {
          var seen = last;
          load(
              shelf.from(seen, 8 * window()).stream()
                  .filter(turn -> turn.place().compareTo(seen) > 0),
              8 * window() - 1);
        }
        return page.peekFirst();
      }

      private void load(Stream<Turn> turns, int full) {
        var read = turns.toList();
        more = read.size() >= full;
        if (!read.isEmpty()) {
          last = read.getLast().place();
        }
        read.stream().filter(turn -> !changed.contains(turn.id())).forEach(page::addLast);
      }

      private void next() {
        page.removeFirst();
      }
    }
  }
}
