package ponte.app.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/**
 * Lets replicas know of each other, and warns an administrator of what they do not share: as long
 * as each has an archive of its own, each knows only the messages that it took in itself.
 */
public final class Presence implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Presence.class);

  private static final Partition REPLICAS = new Partition("replica", "all");
  private static final Duration BEAT = Duration.ofSeconds(20);
  private static final Duration GONE = Duration.ofSeconds(70);
  private static final int MANY = 1_000;

  private final Records records;
  private final ReplicaName name;
  private final Clock clock;
  private final Warning warning;
  private final Rounds rounds = new Rounds("ponte-presence", BEAT, this::beatIfPossible);
  private boolean warned;

  /** Tells an administrator. */
  @FunctionalInterface
  public interface Warning {
    void others(long count);
  }

  public Presence(Records records, ReplicaName name, Clock clock, Warning warning) {
    this.records = records;
    this.name = name;
    this.clock = clock;
    this.warning = warning;
  }

  @Override
  public void start() {
    rounds.start();
  }

  private void beatIfPossible() {
    try {
      beat();
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("presence not noted");
    }
  }

  /** How many replicas are there, or were until they were killed a moment ago. */
  public static long count(Records records) {
    return records.list(REPLICAS, "", MANY).size();
  }

  /** The replicas that are there, or were until they were killed a moment ago. */
  public static Set<String> names(Records records) {
    return records.list(REPLICAS, "", MANY).stream()
        .map(replica -> replica.key().id())
        .collect(Collectors.toSet());
  }

  /** Notes that this replica is there, and warns once if another is. */
  public void beat() {
    var key = REPLICAS.key(name.value());
    var version = records.find(key).map(Document::version).orElse(0L);
    records.write(new Write(key, "", version, null, clock.instant().plus(GONE)));
    var others =
        records.list(REPLICAS, "", MANY).stream()
            .filter(replica -> !replica.key().equals(key))
            .count();
    if (others > 0 && !warned) {
      warned = true;
      warning.others(others);
    }
  }

  @Override
  public void stop() {
    if (rounds.stop()) {
      leave();
    }
  }

  private void leave() {
    try {
      records
          .find(REPLICAS.key(name.value()))
          .ifPresent(note -> records.remove(note.key(), note.version()));
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("presence not struck out, runs out by itself");
    }
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
