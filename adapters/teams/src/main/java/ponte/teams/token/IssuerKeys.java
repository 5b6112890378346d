package ponte.teams.token;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.platform.PlatformUnavailableException;

/**
 * The keys of an issuer, kept in memory.
 *
 * <p>They are read anew once a day, beside the requests; where that fails, those that are known
 * stay in use. A key that is not known is looked for at once, but not again and again: whoever
 * sends invented keys makes nobody ask the issuer more than once a minute. Whoever waits for a
 * reading that fails does not wait for another.
 */
public final class IssuerKeys {

  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

  static final Duration FRESH = Duration.ofDays(1);
  static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);

  /** As long as there are none, every request is sent back. */
  static final Duration WITHOUT_KEYS = Duration.ofSeconds(5);

  private final KeyDocuments documents;
  private final Executor beside;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(Map.of(), Instant.MIN, Instant.MIN, null);

  /**
   * What is known.
   *
   * @param readAt when the keys were read
   * @param triedAt when they were asked for last
   * @param failure why the last try failed; null: it did not
   */
  private record Known(
      Map<String, SigningKey> keys,
      Instant readAt,
      Instant triedAt,
      @Nullable PlatformUnavailableException failure) {}

  /**
   * @param beside runs what nobody waits for
   */
  public IssuerKeys(HttpClient http, Issuer issuer, Executor beside, Clock clock) {
    this.documents = new KeyDocuments(http, issuer);
    this.beside = beside;
    this.clock = clock;
  }

  /**
   * The key of an id; empty where the issuer has none such.
   *
   * @throws PlatformUnavailableException if the key is not known and the issuer does not answer
   */
  Optional<SigningKey> find(String id) {
    var now = clock.instant();
    var key = known.keys().get(id);
    if (key == null) {
      return Optional.ofNullable(lookFor(id, now));
    }
    if (isDue(known, FRESH, now) && isTryDue(now)) {
      beside.execute(this::refresh);
    }
    return Optional.of(key);
  }

  private static boolean isDue(Known known, Duration after, Instant now) {
    return !known.readAt().isAfter(now.minus(after));
  }

  private boolean isTryDue(Instant now) {
    var pause = known.keys().isEmpty() ? WITHOUT_KEYS : BETWEEN_READINGS;
    return !known.triedAt().isAfter(now.minus(pause));
  }

  private @Nullable SigningKey lookFor(String id, Instant now) {
    reading.lock();
    try {
      var key = known.keys().get(id);
      if (key == null && isTryDue(now)) {
        read(now);
        key = known.keys().get(id);
      }
      var failure = known.failure();
      if (key == null && failure != null) {
        throw new PlatformUnavailableException("the keys are not known", failure);
      }
      return key;
    } finally {
      reading.unlock();
    }
  }

  private void refresh() {
    if (reading.tryLock()) {
      try {
        var now = clock.instant();
        if (isTryDue(now)) {
          read(now);
        }
      } finally {
        reading.unlock();
      }
    }
  }

  /** Keys that cannot be read leave those that are known. */
  private void read(Instant now) {
    try {
      known = new Known(documents.read(), now, now, null);
      log.atInfo().addKeyValue("keys", known.keys().size()).log("read the keys of the issuer");
    } catch (PlatformUnavailableException e) {
      log.atWarn().setCause(e).log("the keys of the issuer cannot be read");
      known = new Known(known.keys(), known.readAt(), clock.instant(), e);
    }
  }
}
