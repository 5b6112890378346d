package ponte.archive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * Puts flat chat back into conversations.
 *
 * <p>A reply in a thread belongs to the thread's root. A flat message of a person is linked to the
 * one before it that it answers or continues, or to none: then it opens a conversation. So does a
 * message with a thread of its own. What a program or the platform said stands alone.
 *
 * <p>A link depends on the message and on the few flat messages before it, with how these are
 * filed: on nothing that the window does not hold, so that the same messages give the same
 * conversations in whatever order they arrived. {@link Linking} says how it is chosen.
 */
public final class Conversations {

  private final Rules rules;
  private final LinkNetwork network;

  /**
   * How far back a message may be linked, and how readily.
   *
   * @param window most flat messages to look back, 1 or more
   * @param reach how far back in time at most
   * @param bar how much more a link must score than was measured to be best; the higher, the
   *     shorter conversations are
   */
  public record Rules(int window, Duration reach, double bar) {

    /** A question of Friday is often answered on Monday. */
    public static final Rules DEFAULT = new Rules(100, Duration.ofHours(72), 0);

    public Rules {
      if (window < 1) {
        throw new IllegalArgumentException("window is " + window + ", must be 1 or more");
      }
    }

    /** Drops from a window, which begins with the oldest, what lies too far before a turn. */
    public void trim(Deque<Turn> before, Turn turn) {
      while (!before.isEmpty()
          && (before.size() > window || before.getFirst().at().plus(reach).isBefore(turn.at()))) {
        before.removeFirst();
      }
    }
  }

  public Conversations(Rules rules) {
    this(rules, LinkNetwork.fitted());
  }

  /** With weights that are on trial: they have no name, so that no archive is to be filed by it. */
  public Conversations(Rules rules, LinkNetwork network) {
    this.rules = rules;
    this.network = network;
  }

  Rules rules() {
    return rules;
  }

  /** Names this way to file: an archive that was filed in another one is to be filed anew. */
  public String signature() {
    return Linking.VERSION + " " + rules;
  }

  /** Files all messages of one channel, from scratch; the oldest comes first. */
  public List<Filed> file(List<Message> channel) {
    return link(channel).stream().map(Linked::filed).toList();
  }

  /**
   * A message, filed, and the one it answers or continues.
   *
   * @param to itself where it opens a conversation or stands alone
   */
  public record Linked(Filed filed, MessageId to) {}

  /** Links all messages of one channel, from scratch; the oldest comes first. */
  public List<Linked> link(List<Message> channel) {
    var roots = new HashSet<MessageId>();
    for (var message : channel) {
      if (message.thread() != null) {
        roots.add(message.thread());
      }
    }
    var window = new ArrayDeque<Turn>();
    return channel.stream()
        .sorted(Message.IN_ORDER)
        .map(message -> link(message, window, roots::contains))
        .toList();
  }

  /**
   * Files the next messages of a channel, so that it need not be read as a whole.
   *
   * @param next in {@link Message#IN_ORDER}
   * @param shelf the channel, filed already up to these
   */
  public List<Filed> file(List<Message> next, Shelf shelf) {
    var window = new ArrayDeque<Turn>();
    next.stream()
        .filter(Turn::isFlat)
        .findFirst()
        .ifPresent(first -> window.addAll(shelf.before(Shelf.Place.of(first), rules.window())));
    return next.stream()
        .map(message -> link(message, window, root -> shelf.hasReplies(root, Set.of())).filed())
        .toList();
  }

  private Linked link(Message message, Deque<Turn> window, Predicate<MessageId> hasThread) {
    if (!Turn.isFlat(message)) {
      return new Linked(new Filed(message, message.threadOrSelf()), message.threadOrSelf());
    }
    var turn = Turn.of(message, message.id());
    var to = linked(turn, window, hasThread.test(message.id()));
    window.addLast(turn.in(to.conversation()));
    return new Linked(new Filed(message, to.conversation()), to.id());
  }

  /**
   * Files one flat message and moves the window on.
   *
   * @param window the flat messages before it, oldest first; this one is added
   */
  Turn file(Turn turn, Deque<Turn> window, boolean hasThread) {
    var filed = turn.in(linked(turn, window, hasThread).conversation());
    window.addLast(filed);
    return filed;
  }

  /** The message it is linked to, or itself as the opening of a conversation. */
  private Turn linked(Turn turn, Deque<Turn> window, boolean hasThread) {
    rules.trim(window, turn);
    var opening = turn.in(turn.id());
    return hasThread || window.isEmpty()
        ? opening
        : new Linking(turn, window).link(rules, network).orElse(opening);
  }
}
