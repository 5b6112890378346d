package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import ponte.conversation.TimeSpan;

/**
 * What people spoke of in the weeks before those that a span is held against, as far as it was
 * read: what comes back every few weeks is no news, nor is a word of the trade that many use all
 * the time, in what they say or in their code.
 */
final class Perennials {

  /** So many times as far back as a topic is held against. */
  private static final int TIMES = 3;

  /** A topic has this many times the rate of all that time. */
  private static final double MORE = 2;

  /** A word of the trade comes up in so large a share of the weeks. */
  private static final double WEEKS = 2.0 / 3;

  /** So large a share of those who write use it. */
  private static final double PEOPLE = 0.1;

  private static final int FEWEST_PEOPLE = 5;

  /** Of a shorter time more nothing can be said. */
  private static final Duration LEAST = Duration.ofDays(14);

  private final Chatter chatter;

  Perennials(Chatter chatter) {
    this.chatter = chatter;
  }

  /**
   * Whether a topic is spoken of hardly more than it was all the time, or is a word of the trade.
   *
   * @param from what was said since then is new
   */
  boolean has(Look.Named topic, Wave wave, Instant from) {
    var said = before(wave, from);
    if (said.isEmpty()) {
      return false;
    }
    var first = said.stream().map(Spoken::at).min(Instant::compareTo).orElse(from);
    var spoken = said.stream().filter(each -> isOf(each.terms(), topic.wordings())).toList();
    var before = Wave.Side.of(spoken, 0, Duration.between(first, from));
    return wave.now().weekly() < MORE * before.weekly() || isOfTheTrade(topic, said, from);
  }

  /** Whether it is a word that many use all the time, in what they say or in their code. */
  boolean isOfTheTrade(Look.Named topic, Wave wave, Instant from) {
    var said = before(wave, from);
    return !said.isEmpty() && isOfTheTrade(topic, said, from);
  }

  /** What was said in the channels of a topic; nothing where too little of it is known. */
  private List<Spoken> before(Wave wave, Instant from) {
    var start = from.minus(chatter.history().multipliedBy(TIMES));
    var heard = chatter.in(wave.now().channels(), new TimeSpan(start, from));
    var first = since(heard, start);
    return Duration.between(first, from).compareTo(chatter.history().plus(LEAST)) < 0
        ? List.of()
        : heard.stream()
            .flatMap(each -> each.spoken().stream())
            .filter(each -> !each.at().isBefore(first))
            .toList();
  }

  private static boolean isOfTheTrade(Look.Named topic, List<Spoken> said, Instant from) {
    var with =
        said.stream()
            .filter(
                each ->
                    isOf(each.terms(), topic.wordings()) || isOf(each.coded(), topic.wordings()))
            .toList();
    long people = people(with);
    return people >= Math.max(FEWEST_PEOPLE, PEOPLE * people(said))
        && weeks(with, from) >= WEEKS * weeks(said, from);
  }

  private static long people(List<Spoken> said) {
    return said.stream().map(Spoken::person).distinct().count();
  }

  private static long weeks(List<Spoken> said, Instant from) {
    return said.stream()
        .map(each -> Duration.between(each.at(), from).toDays() / 7)
        .distinct()
        .count();
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
