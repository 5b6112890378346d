package ponte.slack.sync;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import ponte.slack.SlackSync;
import ponte.slack.installation.Installation;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The replicas as they start: of those that start together one has people and channels read. With
 * other scopes there may be more to read, so that is another start.
 */
public final class Starts {

  private static final Duration TOGETHER = Duration.ofMinutes(5);

  private final SlackSync sync;
  private final Records records;
  private final Clock clock;

  public Starts(SlackSync sync, Records records, Clock clock) {
    this.sync = sync;
    this.records = records;
    this.clock = clock;
  }

  /** A replica has started in a workspace. */
  public void started(Installation installation) {
    var now = clock.instant();
    if (records.write(Write.create(key(installation), "").expiring(now.plus(TOGETHER)))) {
      sync.installed(installation.workspace());
    }
  }

  private static Key key(Installation installation) {
    var scopes = new TreeSet<>(installation.scopes()).toString();
    var name = UUID.nameUUIDFromBytes(scopes.getBytes(StandardCharsets.UTF_8));
    return new Partition("slack-starts", installation.workspace().value()).key(name.toString());
  }
}
