package ponte.bench.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends at a fixed rate, whatever becomes of what was sent before. A time is counted from the
 * moment when a request was to be sent, so that a server that stands still is not waited for (no
 * coordinated omission).
 */
final class OpenLoop {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int rate;
  private final Requests requests;
  private final Acknowledgements acknowledgements;

  /** What is to be sent. */
  @FunctionalInterface
  interface Requests {

    /**
     * @param number from 0
     * @param due when it is to be sent, in the nanoseconds of {@link System#nanoTime}
     */
    HttpRequest.Builder of(long number, long due);
  }

  /** Hears what was taken in: answered with 200. */
  @FunctionalInterface
  interface Acknowledgements {
    void taken(long number);
  }

  /**
   * What became of it.
   *
   * @param micros how long each took, also those that were refused
   * @param answers how often each status came
   * @param seconds how long all of it took
   */
  record Outcome(Histogram micros, Map<String, Long> answers, double seconds) {

    /** A line of it. */
    String line(String name) {
      return String.format(
          Locale.ROOT,
          "%s acknowledged %,.0f/s; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms (n = %,d) %s",
          name,
          micros.getTotalCount() / seconds,
          micros.getValueAtPercentile(50) / 1e3,
          micros.getValueAtPercentile(90) / 1e3,
          micros.getValueAtPercentile(99) / 1e3,
          micros.getMaxValue() / 1e3,
          micros.getTotalCount(),
          answers);
    }
  }

  /**
   * @param rate requests a second
   */
  OpenLoop(int rate, Requests requests, Acknowledgements acknowledgements) {
    this.rate = rate;
    this.requests = requests;
    this.acknowledgements = acknowledgements;
  }

  /** A histogram of microseconds, up to a minute. */
  static Histogram histogram() {
    return new ConcurrentHistogram(3);
  }

  /** The time since then, as such a histogram takes it. */
  static long microsSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - nanos);
  }

  /** Sends for so long, then waits for the last answer. */
  Outcome run(Duration time) throws InterruptedException {
    var micros = histogram();
    var answers = new TreeMap<String, Long>();
    var begin = System.nanoTime();
    var total = time.toSeconds() * rate;
    var open = new Phaser(1);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (long number = 0; number < total; number++) {
        var due = begin + number * 1_000_000_000 / rate;
        LockSupport.parkNanos(due - System.nanoTime());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var sent = number;
        open.register();
        client
            .sendAsync(requests.of(sent, due).timeout(PATIENCE).build(), BodyHandlers.discarding())
            .whenComplete(
                (response, failure) -> {
                  micros.recordValue(microsSince(due));
                  if (response != null && response.statusCode() == 200) {
                    acknowledgements.taken(sent);
                  }
                  synchronized (answers) {
                    answers.merge(answer(response, failure), 1L, Long::sum);
                  }
                  open.arriveAndDeregister();
                });
      }
      open.arriveAndAwaitAdvance();
    }
    return new Outcome(micros, answers, (System.nanoTime() - begin) / 1e9);
  }

  private static String answer(@Nullable HttpResponse<?> response, @Nullable Throwable failure) {
    if (response != null) {
      return Integer.toString(response.statusCode());
    }
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof IOException ? "no answer" : String.valueOf(cause);
  }
}
