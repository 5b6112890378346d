package ponte.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Archive;
import ponte.consent.Absent;
import ponte.consent.FailureWords;
import ponte.consent.Preferences;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;

/**
 * Keeps what went on in all public channels at hand, in memory alone: some two hundred bytes for
 * each message, and no word of it. Where it is read in a moment it is never old. Where that takes
 * longer, whoever asks when it is old gets the old one and has it read again beside; only the first
 * waits.
 */
final class Chronicles {

  private static final Logger log = LoggerFactory.getLogger(Chronicles.class);

  /** What is no older is taken as it is. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Nor what is no older than so many times as long as it takes to read. */
  private static final int REST = 60;

  /** What is read in less is read while somebody waits. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Predicate<Message> asks;
  private final CommunityRules rules;
  private final Executor beside;
  private final Clock clock;
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Object readingNow = new Object();
  private volatile @Nullable Chronicle latest;
  private volatile int generation;
  private volatile boolean stopped;

  /**
   * @param asks tells whether a message asks something
   * @param beside reads while nobody waits
   */
  Chronicles(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Predicate<Message> asks,
      CommunityRules rules,
      Executor beside,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.asks = asks;
    this.rules = rules;
    this.beside = beside;
    this.clock = clock;
  }

  /** One that is not too old, or is read anew beside. */
  Chronicle latest() {
    var known = latest;
    if (known == null || !isFresh(known) && known.took().compareTo(SOON) < 0) {
      return readNow();
    }
    if (!isFresh(known)) {
      readBeside();
      var now = latest;
      return now == null ? known : now;
    }
    return known;
  }

  private boolean isFresh(Chronicle known) {
    var rest = known.took().multipliedBy(REST);
    var until = known.asOf().plus(rest.compareTo(FRESH) > 0 ? rest : FRESH);
    return !until.isBefore(clock.instant());
  }

  /** From when on what was said is in one. */
  Instant since(Chronicle chronicle) {
    return chronicle.asOf().minus(rules.back());
  }

  /** Of several who want it at once one reads. */
  private Chronicle readNow() {
    synchronized (readingNow) {
      var known = latest;
      if (known == null || !isFresh(known)) {
        var started = generation;
        known = read();
        keep(known, started);
      }
      return known;
    }
  }

  private synchronized void keep(Chronicle read, int started) {
    if (started == generation) {
      latest = read;
    }
  }

  /** Has it read anew while nobody waits, unless it is being read. */
  void readBeside() {
    if (reading.compareAndSet(false, true)) {
      beside.execute(
          () -> {
            try {
              var started = generation;
              keep(read(), started);
            } catch (CancellationException e) {
              log.atDebug().log("stopped reading who turns to whom");
            } catch (RuntimeException e) {
              log.atWarn()
                  .setCause(FailureWords.of(e))
                  .log("could not read who turns to whom, keeping what was");
            } finally {
              reading.set(false);
            }
          });
    }
  }

  /** Who of these takes part at this moment. */
  boolean[] present(List<PersonId> people) {
    var accounts = directory.accounts();
    var workspaces = new HashMap<WorkspaceId, Absent>();
    for (var person : people) {
      for (var account : accounts.of(person)) {
        workspaces.computeIfAbsent(account.workspace(), preferences::out);
      }
    }
    var absent = Absent.of(List.copyOf(workspaces.values()));
    var present = new boolean[people.size()];
    for (int i = 0; i < present.length; i++) {
      present[i] = !absent.containsAny(accounts.of(people.get(i)));
    }
    return present;
  }

  /** Lets go of what is at hand; a reading that goes on meanwhile is no use any more. */
  synchronized void letGo() {
    latest = null;
    generation++;
  }

  /** Reads no further channel. */
  void stop() {
    stopped = true;
  }

  private Chronicle read() {
    var now = clock.instant();
    var crowd = new Crowd(directory);
    var channels = new HashMap<ChannelId, ChannelTalk>();
    for (var channel : directory.everybody().channels().stream().sorted().toList()) {
      if (stopped) {
        throw new CancellationException("nothing is read any more");
      }
      channels.put(channel, read(channel, crowd, now.minus(rules.back())));
    }
    var people = crowd.people();
    return new Chronicle(
        now,
        Duration.between(now, clock.instant()),
        people,
        channels,
        Teams.of(people, channels, directory));
  }

  private ChannelTalk read(ChannelId channel, Crowd crowd, Instant since) {
    return new ChannelReading(archive, crowd, asks, channel).since(since);
  }
}
