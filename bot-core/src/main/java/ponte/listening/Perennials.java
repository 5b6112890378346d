package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import ponte.conversation.TimeSpan;

/**
 * What people spoke of in the weeks before those that a span is held against, as far as it was
 * read: what comes back every few weeks is no news.
 */
final class Perennials {

  /** So many times as far back as a topic is held against. */
  private static final int TIMES = 3;

  /** A topic has this many times the rate of all that time. */
  private static final double MORE = 2;

  /** Of a shorter time more nothing can be said. */
  private static final Duration LEAST = Duration.ofDays(14);

  private final Chatter chatter;

  Perennials(Chatter chatter) {
    this.chatter = chatter;
  }

  /**
   * Whether a topic is spoken of hardly more than it was all the time.
   *
   * @param from what was said since then is new
   */
  boolean has(Look.Named topic, Wave wave, Instant from) {
    var start = from.minus(chatter.history().multipliedBy(TIMES));
    var heard = chatter.in(wave.now().channels(), new TimeSpan(start, from));
    var first = since(heard, start);
    if (Duration.between(first, from).compareTo(chatter.history().plus(LEAST)) < 0) {
      return false;
    }
    var spoken =
        heard.stream()
            .flatMap(each -> each.spoken().stream())
            .filter(each -> !each.at().isBefore(first) && isOf(each.terms(), topic.wordings()))
            .toList();
    var before = Wave.Side.of(spoken, 0, Duration.between(first, from));
    return wave.now().weekly() < MORE * before.weekly();
  }

  /** From when on all of these channels were read, and something was said in any. */
  private static Instant since(Collection<Chatter.Heard> heard, Instant start) {
    var read = heard.stream().map(Chatter.Heard::since).max(Instant::compareTo).orElse(start);
    return heard.stream()
        .flatMap(each -> each.spoken().stream())
        .map(Spoken::at)
        .filter(at -> !at.isBefore(read))
        .min(Instant::compareTo)
        .filter(at -> at.isAfter(read))
        .orElse(read);
  }

  private static boolean isOf(int[] terms, List<int[]> wordings) {
    return wordings.stream().anyMatch(wording -> wording.length > 0 && has(terms, wording));
  }

  private static boolean has(int[] terms, int[] wording) {
    for (int i = 0; i + wording.length <= terms.length; i++) {
      if (Arrays.equals(terms, i, i + wording.length, wording, 0, wording.length)) {
        return true;
      }
    }
    return false;
  }
}
