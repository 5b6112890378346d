package ponte.bench.load;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of a bot.
 *
 * @param ready seconds from its start until it takes Slack's requests
 * @param first seconds from its start until its first answer was posted
 * @param ack milliseconds from when a question was to be sent until the request was answered
 * @param answer milliseconds from then until the answer was posted
 * @param worked milliseconds of processor time for a question
 * @param resident MB of the machine's memory that it had at the end
 */
record BotFigures(
    double ready, double first, Times ack, Times answer, double worked, double resident) {

  /** Percentiles. */
  record Times(double p50, double p99) {}

  static final String HEADINGS =
      String.format(
          "%-16s %8s %8s | %9s %9s | %9s %9s | %9s %9s",
          "", "ready", "first", "ack p50", "p99", "answer", "p99", "processor", "resident");

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-16s %6.2f s %6.2f s | %6.1f ms %6.1f ms | %6.1f ms %6.1f ms | %6.1f ms %6.0f MB",
        name,
        ready,
        first,
        ack.p50(),
        ack.p99(),
        answer.p50(),
        answer.p99(),
        worked,
        resident);
  }

  /** How many times as much one has as another, of each figure. */
  String over(BotFigures other, String name) {
    return String.format(
        Locale.ROOT,
        "%-16s %8.2f %8.2f | %9.2f %9.2f | %9.2f %9.2f | %9.2f %9.2f",
        name,
        ready / other.ready,
        first / other.first,
        ack.p50() / other.ack.p50(),
        ack.p99() / other.ack.p99(),
        answer.p50() / other.answer.p50(),
        answer.p99() / other.answer.p99(),
        worked / other.worked,
        resident / other.resident);
  }

  /** The median of each figure. */
  static BotFigures median(List<BotFigures> rounds) {
    return new BotFigures(
        median(rounds, BotFigures::ready),
        median(rounds, BotFigures::first),
        new Times(
            median(rounds, round -> round.ack().p50()), median(rounds, round -> round.ack().p99())),
        new Times(
            median(rounds, round -> round.answer().p50()),
            median(rounds, round -> round.answer().p99())),
        median(rounds, BotFigures::worked),
        median(rounds, BotFigures::resident));
  }

  private static double median(List<BotFigures> rounds, ToDoubleFunction<BotFigures> figure) {
    var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
