package ponte.app.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How Ponte stands with the workspaces of one platform: whether its tokens are good. The platform
 * is asked at most once a minute, beside whoever wants to know, who is told what was said last.
 */
public final class Standing implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(Standing.class);

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final String platform;
  private final Supplier<Map<String, Word>> asking;
  private final Executor beside;
  private final Clock clock;
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private volatile @Nullable Said said;

  /** What a platform says of a workspace. */
  public sealed interface Word {

    /** The token is good. */
    record Accepted() implements Word {}

    /**
     * It is good for nothing, which an administrator must see to.
     *
     * @param error the platform's own word for why
     */
    record Refused(String error) implements Word {}

    /** The platform does not answer. */
    record Silent() implements Word {}
  }

  /**
   * What was said last.
   *
   * @param words by workspace
   */
  public record Said(Map<String, Word> words, Instant at) {
    public Said {
      words = new TreeMap<>(words);
    }
  }

  /**
   * @param platform as labels name it
   * @param asking asks about each workspace; may take long
   */
  public Standing(
      String platform, Supplier<Map<String, Word>> asking, Executor beside, Clock clock) {
    this.platform = platform;
    this.asking = asking;
    this.beside = beside;
    this.clock = clock;
  }

  /** What was said last; null: nobody has asked yet. */
  @Nullable Said latest() {
    var last = said;
    if ((last == null || Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) > 0)
        && isAsking.compareAndSet(false, true)) {
      beside.execute(this::ask);
    }
    return last;
  }

  private void ask() {
    try {
      said = new Said(asking.get(), clock.instant());
    } catch (RuntimeException e) {
      log.atDebug().addKeyValue("platform", platform).setCause(e).log("standing not known");
      said = new Said(Map.of(), clock.instant());
    } finally {
      isAsking.set(false);
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var word : Word.class.getPermittedSubclasses()) {
      Gauge.builder(Meters.PLATFORM_WORKSPACES, () -> count(word))
          .description("Workspaces by what their platform says to Ponte's token")
          .tags("platform", platform, "state", Meters.label(word))
          .register(registry);
    }
  }

  private double count(Class<?> word) {
    var last = latest();
    return last == null
        ? Double.NaN
        : last.words().values().stream().filter(word::isInstance).count();
  }
}
