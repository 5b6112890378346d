package ponte.archive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * Puts flat chat back into conversations.
 *
 * <p>A reply in a thread belongs to the thread's root. A flat message of a person is linked to the
 * one before it that it answers or continues, or to none: then it opens a conversation. So does a
 * message with a thread of its own. What a program or the platform said stands alone.
 *
 * <p>A link depends on the message and on the few flat messages before it, never on what was
 * decided about them, so that the same messages give the same conversations in whatever order they
 * arrived. {@link Linking} says how it is chosen.
 */
public final class Conversations {

  private final Rules rules;

  /**
   * How far back a message may be linked, and how readily.
   *
   * @param window most flat messages to look back, 1 or more
   * @param reach how far back in time at most
   * @param pause how long somebody may pause and still continue what they said themselves
   * @param bar what a link must score above in a silent channel; the higher, the shorter
   *     conversations are
   */
  public record Rules(int window, Duration reach, Duration pause, double bar) {

    public static final Rules DEFAULT =
        new Rules(100, Duration.ofHours(24), Duration.ofHours(4), -1.5);

    public Rules {
      if (window < 1) {
        throw new IllegalArgumentException("window is " + window + ", must be 1 or more");
      }
      if (pause.compareTo(reach) > 0) {
        throw new IllegalArgumentException("pause " + pause + " is longer than reach " + reach);
      }
    }
  }

  public Conversations(Rules rules) {
    this.rules = rules;
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
    var roots = new HashSet<MessageId>();
    for (var message : channel) {
      if (message.thread() != null) {
        roots.add(message.thread());
      }
    }
    var window = new ArrayDeque<Turn>();
    return channel.stream()
        .sorted(Message.IN_ORDER)
        .map(message -> new Filed(message, file(message, window, roots)))
        .toList();
  }

  private MessageId file(Message message, Deque<Turn> window, Set<MessageId> roots) {
    return Turn.isFlat(message)
        ? file(Turn.of(message, message.id()), window, roots.contains(message.id())).conversation()
        : message.threadOrSelf();
  }

  /**
   * Files one flat message and moves the window on.
   *
   * @param window the flat messages before it, oldest first; this one is added
   */
  Turn file(Turn turn, Deque<Turn> window, boolean hasThread) {
    while (!window.isEmpty()
        && (window.size() > rules.window()
            || window.getFirst().at().plus(rules.reach()).isBefore(turn.at()))) {
      window.removeFirst();
    }
    var filed =
        turn.in(
            hasThread ? turn.id() : link(turn, window).map(Turn::conversation).orElse(turn.id()));
    window.addLast(filed);
    return filed;
  }

  private Optional<Turn> link(Turn turn, Deque<Turn> window) {
    return window.isEmpty() ? Optional.empty() : new Linking(turn, window).link(rules);
  }
}
