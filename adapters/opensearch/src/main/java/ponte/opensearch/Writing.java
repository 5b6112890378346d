package ponte.opensearch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.ArchiveRefusesException;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.Filing;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.opensearch.Journal.Note;
import ponte.opensearch.Journal.Refused;
import ponte.opensearch.Journal.Write;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** The one that changes channels, as others may at the same time. */
final class Writing {

  /** Of so many channels the last messages are kept in memory. */
  private static final int CHANNELS_AT_HAND = 1_000;

  private static final int LOCKS = 64;
  private static final int CHANNELS_AT_ONCE = 8;

  private final Journal journal;
  private final Months months;
  private final Refusals refusals;
  private final Layout layout;
  private final Search search;
  private final Conversations conversations;
  private final ConversationWords words;
  private final Clock clock;
  private final List<Lock> locks =
      Stream.generate(ReentrantLock::new).<Lock>map(l -> l).limit(LOCKS).toList();
  private final Semaphore atOnce = new Semaphore(CHANNELS_AT_ONCE);
  private final Map<ChannelId, AtHand> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ChannelId, AtHand> eldest) {
          return size() > CHANNELS_AT_HAND;
        }
      };

  /** The end of a channel as it is after a change, unless there was another one since. */
  private record AtHand(Filing filing, long change) {}

  Writing(
      Journal journal,
      Months months,
      Layout layout,
      Search search,
      Conversations conversations,
      ConversationWords words,
      Clock clock) {
    this.journal = journal;
    this.months = months;
    this.layout = layout;
    this.search = search;
    this.conversations = conversations;
    this.words = words;
    this.clock = clock;
    this.refusals = new Refusals(clock);
  }

  /** Looks whether it can be used, and nothing was refused that is wanted still. */
  void requireUsable() {
    journal.requireUsable();
    refusals.requireNone();
  }

  /** Makes what the events change durable and visible, channel by channel, each as a whole. */
  void apply(List<? extends Talk> events) {
    var byChannel = new LinkedHashMap<ChannelId, List<Talk>>();
    for (var event : events) {
      byChannel.computeIfAbsent(event.message().channel(), _ -> new ArrayList<>()).add(event);
    }
    if (byChannel.size() == 1) {
      byChannel.forEach((channel, its) -> change(channel, intake -> intake.take(its)));
      return;
    }
    var changes = new ArrayList<Future<?>>();
    var away = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      byChannel.forEach(
          (channel, its) -> changes.add(threads.submit(() -> inTurn(channel, its, away))));
    }
    requireDone(changes);
  }

  /** Who waited in vain waited for all whose turn has not come: they would wait as long each. */
  private void inTurn(ChannelId channel, List<Talk> events, AtomicBoolean away) {
    atOnce.acquireUninterruptibly();
    try {
      if (away.get()) {
        throw new OpenSearchUnavailableException(
            Reason.AWAY, "others of the batch waited in vain", null);
      }
      change(channel, intake -> intake.take(events));
    } catch (OpenSearchUnavailableException e) {
      if (e.reason() == Reason.AWAY) {
        away.set(true);
      }
      throw e;
    } finally {
      atOnce.release();
    }
  }

  /** What is refused for good is told only where all else is done. */
  private static void requireDone(List<Future<?>> changes) {
    @Nullable ArchiveRefusesException refused = null;
    for (var change : changes) {
      try {
        change.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case ArchiveUnavailableException unavailable -> throw unavailable;
          case ArchiveRefusesException its -> refused = its;
          case null, default ->
              throw new IllegalStateException("a change of a channel failed", e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ArchiveUnavailableException("interrupted while channels were changed", e);
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /** Removes messages of a channel as if they had never come. */
  void remove(ChannelId channel, List<MessageId> messages) {
    change(channel, intake -> intake.remove(messages));
  }

  private void change(ChannelId channel, Function<Intake, List<Write>> working) {
    var lock = locks.get(Math.floorMod(channel.hashCode(), LOCKS));
    lock.lock();
    try {
      while (!tried(channel, working)) {
        // Another replica changed the channel meanwhile: what it is now is read again.
      }
      refusals.changed(channel);
    } catch (OpenSearchUnavailableException e) {
      refusals.refused(channel, e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private boolean tried(ChannelId channel, Function<Intake, List<Write>> working) {
    var note = settled(channel);
    var filing = filing(channel, note.change());
    // Beyond all numbers that a channel had which was forgotten with its workspace.
    var change = Math.max(note.change() + 1, note.change() == 0 ? clock.millis() * 1_000 : 0);
    var writes = working.apply(intake(channel, filing, change));
    if (writes.isEmpty()) {
      keep(channel, new AtHand(filing, note.change()));
      return true;
    }
    // Before it has happened: what cannot be carried out would stand before all that comes later.
    months.require(written(writes));
    var committed = journal.commit(note, change, UUID.randomUUID().toString(), writes);
    if (committed.isEmpty()) {
      return false;
    }
    var refused = complete(committed.get());
    if (!refused.isEmpty()) {
      throw new ArchiveRefusesException(
          "opensearch refuses %d documents for good, such as %s"
              .formatted(refused.size(), refused.getFirst().words()));
    }
    keep(channel, new AtHand(filing, change));
    return true;
  }

  private Intake intake(ChannelId channel, Filing filing, long change) {
    var talk = new ChannelTalk(channel, layout, search);
    return new Intake(channel, talk, filing, words, layout, change);
  }

  /** The note of a channel, with nothing left to be carried out. */
  private Note settled(ChannelId channel) {
    while (true) {
      var note = journal.read(channel);
      if (note.pending().isEmpty()) {
        return note;
      }
      complete(note);
    }
  }

  /** Carries a change out, but for what is refused for good: that is as if it had never come. */
  private List<Refused> complete(Note note) {
    var refused = journal.carryOut(note);
    var messages =
        refused.stream()
            .map(Refused::document)
            .filter(document -> document.has(Fields.KEPT))
            .collect(Collectors.toMap(Stored::name, Stored::of, (_, later) -> later));
    var change = note.change() + 1;
    var writes = intake(note.channel(), new Filing(conversations, 0), change).takeBack(messages);
    if (writes.isEmpty()) {
      journal.strikeOut(note);
    } else {
      months.require(written(writes));
      journal
          .commit(note, change, UUID.randomUUID().toString(), writes)
          .ifPresent(
              back -> {
                journal.carryOut(back);
                journal.strikeOut(back);
              });
    }
    return refused;
  }

  private static Set<String> written(List<Write> writes) {
    return writes.stream()
        .filter(write -> write.document() != null)
        .map(Write::index)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The one that knows the channel's end as this change left it; it is no other's meanwhile. */
  private Filing filing(ChannelId channel, long change) {
    @Nullable AtHand known;
    synchronized (atHand) {
      known = atHand.remove(channel);
    }
    return known != null && known.change() == change
        ? known.filing()
        : new Filing(conversations, 1);
  }

  private void keep(ChannelId channel, AtHand end) {
    synchronized (atHand) {
      atHand.put(channel, end);
    }
  }
}
