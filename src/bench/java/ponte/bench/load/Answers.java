package ponte.bench.load;

import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** How long people wait for answers: from when they were to ask until the answer is posted. */
final class Answers {

  private final Map<String, Queue<Asked>> open = new ConcurrentHashMap<>();
  private final Histogram micros = OpenLoop.histogram();
  private final AtomicLong asked = new AtomicLong();

  private record Asked(String topic, long due) {}

  /** Who asks again before the answer came waits for both. */
  void asked(String conversation, String topic, long due) {
    asked.incrementAndGet();
    open.computeIfAbsent(conversation, _ -> new ConcurrentLinkedQueue<>())
        .add(new Asked(topic, due));
  }

  /** Something was posted; an answer names the topic, a word of patience does not. */
  void posted(String conversation, String words) {
    var asked = open.get(conversation);
    if (asked == null) {
      return;
    }
    for (var question : asked) {
      if (words.contains(question.topic()) && asked.remove(question)) {
        micros.recordValue(OpenLoop.microsSince(question.due()));
        return;
      }
    }
  }

  /** Forgets what was counted. */
  void begin() {
    open.clear();
    micros.reset();
    asked.set(0);
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%s answered %,d of %,d; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms",
        name,
        micros.getTotalCount(),
        asked.get(),
        millis(50),
        millis(90),
        millis(99),
        micros.getMaxValue() / 1e3);
  }

  /** How long at most so many of a hundred took. */
  double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1e3;
  }

  boolean all() {
    return micros.getTotalCount() == asked.get();
  }
}
