package ponte.app.storage;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import ponte.app.storage.Condition.Risk;

/**
 * Warns an administrator once where Redis is set so that it may lose what it took, and again when
 * that has changed.
 */
public final class Safekeeping implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Safekeeping.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final Supplier<Condition> looking;
  private final Rounds rounds = new Rounds("ponte-safekeeping", BETWEEN_LOOKS, this::look);
  private Set<Risk> told = Set.of();

  public Safekeeping(Supplier<Condition> looking) {
    this.looking = looking;
  }

  @Override
  public void start() {
    rounds.start();
  }

  /** Looks, and tells what has changed; of a store that is away nothing is known. */
  void look() {
    var condition = looking.get();
    if (!condition.ready() || condition.risks().equals(told)) {
      return;
    }
    told = condition.risks();
    if (told.isEmpty()) {
      log.atInfo().log("redis is set to keep what it takes now");
    } else {
      log.atWarn()
          .addKeyValue(
              "because", told.stream().sorted().map(Risk::words).collect(Collectors.joining("; ")))
          .log("redis may lose what ponte gives it, see src/docs/redis.md");
    }
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
