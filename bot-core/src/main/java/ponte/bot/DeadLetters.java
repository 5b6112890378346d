package ponte.bot;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.consent.FailureWords;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.Rungs;
import ponte.pairing.Deciding;
import ponte.prompt.Prompts;
import ponte.schedule.DigestPosts;
import ponte.schedule.Previews;
import ponte.schedule.PrivateSchedules;
import ponte.schedule.Schedules;
import ponte.seeding.Steps;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * What was given up, as an administrator may see it: of what kind, whose, when and why, and never
 * what people wrote.
 */
public final class DeadLetters {

  private static final int PAGE = 500;

  private final Queue queue;
  private final List<String> topics;

  /**
   * @param errands the topics of what platforms are to be asked for
   */
  public DeadLetters(Queue queue, List<String> errands) {
    this.queue = queue;
    this.topics =
        Stream.concat(
                Stream.of(
                    Inbox.HEARD,
                    Inbox.ASKED,
                    Schedules.DUE,
                    PrivateSchedules.DUE,
                    Previews.TOPIC,
                    DigestPosts.TOPIC,
                    Deciding.DUE,
                    Lately.TOPIC,
                    Prompts.TOPIC,
                    Rungs.TOPIC,
                    Steps.TOPIC,
                    Unasked.TOPIC,
                    Sweeps.TOPIC,
                    Outbox.TOPIC),
                errands.stream())
            .toList();
  }

  /** A kind of work. */
  public enum Kind {
    /** Something said or changed in a channel, which is not in the archive. */
    HEARD,
    /** Something a person asked, who has had no answer. */
    ASKED,
    /** Something planned for a moment. */
    PLANNED,
    /** A reply that did not reach anybody. */
    REPLY,
    /** Something to be read from a platform. */
    ERRAND
  }

  /** What an id names. */
  public enum Subject {
    CHANNEL,
    PERSON,
    MESSAGE,
    EVENT,
    MOMENT
  }

  /** Something that a letter is about. */
  public record About(Subject subject, String id) {}

  /** How many were given up in a topic. */
  public record Pile(String topic, Kind kind, long letters) {}

  /**
   * Something that was given up.
   *
   * @param key names it in its topic
   * @param workspace null where that cannot be told
   * @param about what can be told of it
   * @param attempts how often it was tried
   * @param reason why it was given up, in the words of the program
   */
  public record Letter(
      String topic,
      String key,
      Kind kind,
      @Nullable WorkspaceId workspace,
      List<About> about,
      int attempts,
      String reason,
      Instant at) {
    public Letter {
      about = List.copyOf(about);
    }
  }

  /** The topics in which something was given up. */
  public List<Pile> piles() {
    return topics.stream()
        .map(topic -> new Pile(topic, kind(topic), queue.depth(topic).buried()))
        .filter(pile -> pile.letters() > 0)
        .toList();
  }

  /** All kinds of work, by topic. */
  public List<String> topics() {
    return topics;
  }

  /** How much there is in each topic, of what waits and is being done, too. */
  public SortedMap<String, Depth> depths() {
    var depths = new TreeMap<String, Depth>();
    topics.forEach(topic -> depths.put(topic, queue.depth(topic)));
    return depths;
  }

  /** What was given up in a topic, the longest ago first. */
  public List<Letter> of(String topic, int limit) {
    return queue.buried(topic, limit).stream().map(this::letter).toList();
  }

  /** Lets it be tried again. False: there is no such letter. */
  public boolean replay(String topic, String key) {
    return queue.replay(topic, key);
  }

  /** Lets all of a topic be tried again that were given up until now. */
  public int replayAll(String topic) {
    return each(topic, letter -> queue.replay(topic, letter.entry().key()));
  }

  /** Removes it for good. False: there is no such letter. */
  public boolean discard(String topic, String key) {
    return queue.discard(topic, key);
  }

  /** Removes all of a topic for good that were given up until now. */
  public int discardAll(String topic) {
    return each(topic, letter -> queue.discard(topic, letter.entry().key()));
  }

  /** Removes for good what was given up of a workspace. */
  public void discard(WorkspaceId workspace) {
    for (var pile : piles()) {
      // Those of other workspaces stay, so that there is no going through them page by page.
      for (var letter : of(pile.topic(), (int) Math.min(Integer.MAX_VALUE, pile.letters()))) {
        if (workspace.equals(letter.workspace())) {
          discard(letter.topic(), letter.key());
        }
      }
    }
  }

  /**
   * Removes for good what was given up and has something of a person in it, also where it has
   * something of others: it was tried often enough, and cannot be taken apart.
   */
  public void forget(PersonId person) {
    for (var topic : topics) {
      var buried = queue.depth(topic).buried();
      if (buried > 0) {
        queue.buried(topic, (int) Math.min(Integer.MAX_VALUE, buried)).stream()
            .map(DeadLetter::entry)
            .filter(entry -> Waiting.mentions(person, entry))
            .forEach(entry -> queue.discard(topic, entry.key()));
      }
    }
  }

  /** Whether an entry is about a workspace, as far as can be told. */
  public static boolean isOf(WorkspaceId workspace, Entry entry) {
    return workspace.equals(Contents.of(kind(entry.topic()), entry).workspace());
  }

  /**
   * Takes as many letters as there are now, each away from its topic: those that come meanwhile,
   * which may be the same ones again, come after them.
   */
  private int each(String topic, Predicate<DeadLetter> take) {
    var left = queue.depth(topic).buried();
    var taken = 0;
    while (left > 0) {
      var page = queue.buried(topic, (int) Math.min(PAGE, left));
      if (page.isEmpty()) {
        break;
      }
      for (var letter : page) {
        taken += take.test(letter) ? 1 : 0;
      }
      left -= page.size();
    }
    return taken;
  }

  private Letter letter(DeadLetter dead) {
    var entry = dead.entry();
    var kind = kind(entry.topic());
    var contents = Contents.of(kind, entry);
    return new Letter(
        entry.topic(),
        entry.key(),
        kind,
        contents.workspace(),
        contents.about(),
        dead.attempts(),
        words(dead.reason()),
        dead.at());
  }

  private static Kind kind(String topic) {
    return switch (topic) {
      case Inbox.HEARD -> Kind.HEARD;
      case Inbox.ASKED -> Kind.ASKED;
      case Schedules.DUE,
          PrivateSchedules.DUE,
          Previews.TOPIC,
          DigestPosts.TOPIC,
          Deciding.DUE,
          Lately.TOPIC,
          Prompts.TOPIC,
          Rungs.TOPIC,
          Steps.TOPIC,
          Sweeps.TOPIC ->
          Kind.PLANNED;
      case Unasked.TOPIC, Outbox.TOPIC -> Kind.REPLY;
      default -> Kind.ERRAND;
    };
  }

  /** The reason without what it quotes, since that may be what somebody wrote. */
  private String words(String reason) {
    return FailureWords.of(reason);
  }
}
