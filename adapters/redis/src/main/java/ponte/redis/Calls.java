package ponte.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears from Redis that something of a topic has become ready, for those who wait for it.
 *
 * <p>It listens from the first wait on. A call can be lost; so those who wait look for themselves
 * after a while, and sooner while nobody listens.
 */
final class Calls {

  private static final long SILENCE = TimeUnit.SECONDS.toNanos(3);
  private static final long SILENCE_WHEN_DEAF = TimeUnit.MILLISECONDS.toNanos(250);

  /** After so long without a call the connection is made anew, since it may be dead. */
  private static final Duration LONGEST_LISTENING = Duration.ofSeconds(30);

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

  private final Masters masters;
  private final JedisClientConfig config;
  private final String channel;
  private final List<Bucket> buckets;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Map<String, Long> counts = new HashMap<>();
  private @Nullable Thread thread;
  private @Nullable Connection connection;
  private boolean listening;
  private boolean closed;
  private int tries;

  Calls(Masters masters, Connecting connecting, String prefix) {
    this.masters = masters;
    this.config = connecting.config();
    this.channel = Topics.channel(prefix);
    this.buckets = Bucket.all(prefix).toList();
  }

  /** How often the topic was called; listens from now on. */
  long heard(String topic) {
    lock.lock();
    try {
      if (thread == null && !closed) {
        thread = Thread.ofPlatform().daemon().name("ponte-redis-calls").unstarted(this::listen);
        thread.start();
      }
      return counts.computeIfAbsent(topic, _ -> 0L);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a call after those that were heard, or the end. False: none came in time. */
  boolean await(String topic, long heard, long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = nanos;
      while (!closed && counts.getOrDefault(topic, 0L) == heard) {
        if (left <= 0) {
          return false;
        }
        left = called.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How long to trust that no call means no work. */
  long longestSilenceNanos() {
    lock.lock();
    try {
      return listening ? SILENCE : SILENCE_WHEN_DEAF;
    } finally {
      lock.unlock();
    }
  }

  /** How long Redis may take it that somebody waits. */
  static long waitingMillis() {
    return TimeUnit.NANOSECONDS.toMillis(2 * SILENCE);
  }

  void close() {
    Connection open;
    lock.lock();
    try {
      closed = true;
      open = connection;
      called.signalAll();
    } finally {
      lock.unlock();
    }
    if (open != null) {
      try {
        open.forceDisconnect();
      } catch (IOException e) {
        // It is of no use any more, open or not.
        open.setBroken();
      }
    }
  }

  private void listen() {
    while (!isClosed()) {
      try (var own = connect()) {
        use(own);
        new Hearing(own).proceed(own, channel);
      } catch (JedisException e) {
        // Whoever waits asks Redis and is told that it is away.
        use(null);
        pauseUnlessClosed();
      }
    }
  }

  /** Every server of a cluster hears all calls; each time another one is asked for them. */
  private Connection connect() {
    var bucket = buckets.get(tries++ % buckets.size());
    return new Connection(masters.where(bucket.slot()), config);
  }

  private void use(@Nullable Connection next) {
    lock.lock();
    try {
      connection = next;
      listening = false;
      if (closed && next != null) {
        next.setBroken();
        throw new JedisException("closed");
      }
    } finally {
      lock.unlock();
    }
  }

  private void begun() {
    lock.lock();
    try {
      listening = true;
      // Calls may have been lost before.
      counts.replaceAll((_, count) -> count + 1);
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void call(String topic) {
    lock.lock();
    try {
      counts.computeIfPresent(topic, (_, count) -> count + 1);
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void pauseUnlessClosed() {
    lock.lock();
    try {
      var left = PAUSE;
      while (!closed && left > 0) {
        left = called.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread; closing ends it.
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private final class Hearing extends JedisPubSub {

    private final Connection own;

    Hearing(Connection own) {
      this.own = own;
    }

    @Override
    public void onSubscribe(String name, int count) {
      own.setSoTimeout((int) LONGEST_LISTENING.toMillis());
      begun();
    }

    @Override
    public void onMessage(String name, String topic) {
      call(topic);
    }
  }
}
