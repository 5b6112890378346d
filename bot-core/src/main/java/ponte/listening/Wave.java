package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ponte.conversation.ChannelId;
import ponte.listening.ListeningRules.Trends;
import ponte.nlp.Surprise;

/**
 * How much a topic was spoken of in a span, and in the time before it. What is counted is a person
 * on a day: who has said a word says it again far more easily (Church, "Empirical Estimates of
 * Adaptation: The Chance of Two Noriegas is Closer to p/2 than p²", COLING 2000), so that messages
 * are no independent events, and a test that takes them for such finds a trend in every discussion.
 */
record Wave(Side now, Side before) {

  /**
   * One of the two times.
   *
   * @param spoken the messages about the topic, oldest first
   * @param voices how many persons on days mentioned it
   * @param allVoices how many said anything
   * @param length how long that time was
   */
  record Side(List<Spoken> spoken, long voices, long allVoices, Duration length) {

    /** Of messages, the oldest first. */
    static Side of(List<Spoken> spoken, long allVoices, Duration length) {
      return new Side(
          spoken, spoken.stream().map(Spoken::voice).distinct().count(), allVoices, length);
    }

    int distinct(Function<Spoken, ?> what) {
      var found = new HashSet<>();
      spoken.forEach(each -> found.add(what.apply(each)));
      return found.size();
    }

    double share() {
      return allVoices == 0 ? 0 : (double) voices / allVoices;
    }

    double weekly() {
      return voices * (double) Duration.ofDays(7).toSeconds() / Math.max(1, length.toSeconds());
    }

    /** The channels, the one with most voices first. */
    List<ChannelId> channels() {
      Map<ChannelId, HashSet<Long>> voicesIn = new HashMap<>();
      spoken.forEach(
          each -> voicesIn.computeIfAbsent(each.channel(), _ -> new HashSet<>()).add(each.voice()));
      return voicesIn.entrySet().stream()
          .sorted(
              Comparator.comparingInt(
                      (Map.Entry<ChannelId, HashSet<Long>> each) -> -each.getValue().size())
                  .thenComparing(Map.Entry::getKey))
          .map(Map.Entry::getKey)
          .toList();
    }

    /** Whether so many, in so many places and so often, speak of it that it is more than a talk. */
    boolean isBroad(Trends rules, int channels) {
      int people = distinct(Spoken::person);
      return people >= rules.people()
          && distinct(Spoken::conversation) >= rules.conversations()
          && distinct(Spoken::day) >= rules.days()
          && (distinct(Spoken::channel) >= Math.min(rules.channels(), channels)
              || people >= rules.alone());
    }
  }

  double surprise() {
    return new Surprise(now.voices, now.allVoices, before.voices, before.allVoices).ratio();
  }

  /**
   * Whether it rises.
   *
   * @param channels how many channels are looked at
   */
  boolean rises(Trends rules, int channels) {
    return goes(before, now, rules, channels);
  }

  boolean fades(Trends rules, int channels) {
    return goes(now, before, rules, channels);
  }

  private boolean goes(Side low, Side high, Trends rules, int channels) {
    return high.weekly() >= rules.times() * low.weekly()
        && high.share() >= rules.times() * low.share()
        && high.isBroad(rules, channels)
        && surprise() >= rules.surprise();
  }

  /** The voices of each week, the last week ending with the span; oldest first. */
  List<Integer> course(Instant from, Instant until) {
    int weeks =
        (int)
            Math.ceilDiv(Duration.between(from, until).toSeconds(), Duration.ofDays(7).toSeconds());
    var voices = new ArrayList<HashSet<Long>>();
    for (int i = 0; i < weeks; i++) {
      voices.add(new HashSet<>());
    }
    for (var side : List.of(before, now)) {
      for (var each : side.spoken) {
        long back = Duration.between(each.at(), until).toDays() / 7;
        if (back < weeks) {
          voices.get((int) (weeks - 1 - back)).add(each.voice());
        }
      }
    }
    return voices.stream().map(HashSet::size).toList();
  }
}
