package ponte.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * What each person and Ponte said to each other in the console; of each chat the last {@link #KEPT}
 * entries.
 */
public final class Chats {

  /** The most entries of a chat that are kept. */
  public static final int KEPT = 500;

  /** Longer than anything is delivered again, and than anything is corrected. */
  private static final Duration REMEMBERED = Duration.ofDays(40);

  /** How often it is looked whether another process delivered what somebody waits for. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private static final String LINE = "entry-";

  private final Records records;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition appended = lock.newCondition();

  public Chats(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Adds an entry to the end of a chat.
   *
   * @param key what makes it the same entry when it comes twice
   * @return false, and nothing is added, where an entry of this key came before
   */
  public boolean append(PersonId person, String key, ChatEntry entry) {
    var chat = chat(person);
    var seen = chat.key("seen-" + key);
    var last = chat.key("last");
    while (records.find(seen).isEmpty()) {
      var before = records.find(last);
      var number = before.map(Chats::number).orElse(0L) + 1;
      var written =
          records.writeAll(
              List.of(
                  new Write(
                      last,
                      Long.toString(number),
                      before.map(Document::version).orElse(0L),
                      null,
                      null),
                  Write.create(line(person, number), Codec.write(entry)),
                  Write.create(seen, Long.toString(number))
                      .expiring(clock.instant().plus(REMEMBERED))));
      if (written) {
        dropBefore(person, number - KEPT);
        signal();
        return true;
      }
    }
    return false;
  }

  /** The entries after a number, oldest first; after 0: all that are kept. */
  public List<ChatLine> after(PersonId person, long number) {
    return records.list(chat(person), line(person, number).id(), KEPT + 1).stream()
        .flatMap(document -> read(document).stream())
        .toList();
  }

  public Optional<ChatLine> find(PersonId person, long number) {
    return records.find(line(person, number)).flatMap(Chats::read);
  }

  /** The number that an entry got; empty where none came of this key, or too long ago. */
  OptionalLong number(PersonId person, String key) {
    return records
        .find(chat(person).key("seen-" + key))
        .filter(seen -> !seen.content().isEmpty())
        .map(seen -> OptionalLong.of(number(seen)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * Puts another reply in the place of one; nothing is to be done where the chat has it no more.
   *
   * @param key under which that one was added
   * @return false: it was not added under this key
   */
  boolean change(PersonId person, String key, Reply reply) {
    var number = number(person, key);
    if (number.isEmpty()) {
      return false;
    }
    records.change(
        line(person, number.getAsLong()),
        ChatEntry.class,
        entry -> entry instanceof ChatEntry.Replied replied ? replied.saying(reply) : entry);
    signal();
    return true;
  }

  /** Removes a person's chat. */
  public void forget(PersonId person) {
    records.drop(chat(person));
  }

  /** Marks a button of an entry as pressed. */
  public void press(PersonId person, long number, int button) {
    while (true) {
      var old = records.find(line(person, number)).orElse(null);
      if (old == null
          || !(Codec.read(old.content(), ChatEntry.class) instanceof ChatEntry.Replied replied)
          || replied.pressed().contains(button)
          || records.write(Write.replace(old, Codec.write(replied.press(button))))) {
        return;
      }
    }
  }

  /**
   * Waits for the reply to a request, at most so long.
   *
   * @return whether it is there
   */
  public boolean awaitReply(PersonId person, EventId request, Duration atMost)
      throws InterruptedException {
    var left = atMost.toNanos();
    var seen = 0L;
    lock.lockInterruptibly();
    try {
      while (true) {
        var news = after(person, seen);
        if (isAnswered(request, news)) {
          return true;
        }
        if (left <= 0) {
          return false;
        }
        seen = news.isEmpty() ? seen : news.getLast().number();
        var glance = Math.min(left, GLANCE.toNanos());
        left -= glance - Math.max(0, appended.awaitNanos(glance));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether a reply to a request is among these lines. */
  static boolean isAnswered(EventId request, List<ChatLine> lines) {
    return lines.stream()
        .anyMatch(
            line ->
                line.entry() instanceof ChatEntry.Replied replied
                    && request.equals(replied.request()));
  }

  private void signal() {
    lock.lock();
    try {
      appended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void dropBefore(PersonId person, long number) {
    if (number <= 0) {
      return;
    }
    for (var document : records.list(chat(person), LINE, 10)) {
      if (document.key().id().compareTo(line(person, number).id()) <= 0) {
        records.remove(document.key(), document.version());
      }
    }
  }

  private static Optional<ChatLine> read(Document document) {
    var id = document.key().id();
    return id.startsWith(LINE)
        ? Optional.of(
            new ChatLine(
                Long.parseLong(id.substring(LINE.length())),
                Codec.read(document.content(), ChatEntry.class)))
        : Optional.empty();
  }

  private static long number(Document last) {
    return Long.parseLong(last.content());
  }

  private static Key line(PersonId person, long number) {
    return chat(person).key(LINE + String.format(Locale.ROOT, "%012d", number));
  }

  private static Partition chat(PersonId person) {
    return new Partition("console-chat", person.toString());
  }
}
