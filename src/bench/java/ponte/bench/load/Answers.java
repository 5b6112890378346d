package ponte.bench.load;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** How long people wait for answers: from when they were to ask until the answer is posted. */
final class Answers {

  private final Map<String, Asked> open = new ConcurrentHashMap<>();
  private final Histogram micros = OpenLoop.histogram();
  private final AtomicLong asked = new AtomicLong();

  private record Asked(String topic, long due) {}

  /** Each asks one thing after the other. */
  void asked(String conversation, String topic, long due) {
    asked.incrementAndGet();
    open.put(conversation, new Asked(topic, due));
  }

  /** Something was posted; an answer names the topic, a word of patience does not. */
  void posted(String conversation, String words) {
    var asked = open.get(conversation);
    if (asked != null && words.contains(asked.topic()) && open.remove(conversation, asked)) {
      micros.recordValue(OpenLoop.microsSince(asked.due()));
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
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(90) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getMaxValue() / 1e3);
  }

  boolean all() {
    return micros.getTotalCount() == asked.get();
  }
}
