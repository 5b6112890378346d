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
import java.util.stream.Stream;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.listening.ListeningRules.Trends;
import ponte.nlp.Surprise;

/**
 * How much a topic was spoken of in a span, and in the time before it. What is counted is a person
 * on a day: who has said a word says it again far more easily (Church, "Empirical Estimates of
 * Adaptation: The Chance of Two Noriegas is Closer to p/2 than p²", COLING 2000), so that messages
 * are no independent events, and a test that takes them for such finds a trend in every discussion.
 */
record Wave(Side now, Side before) {

  /** What is said in a channel so soon after each other is one talk. */
  private static final Duration ONE_TALK = Duration.ofHours(12);

  /** So soon after each other people speak with each other, where there are no threads. */
  private static final Duration ONE_CONVERSATION = Duration.ofHours(1);

  private static final double LEAST_BEFORE = 0.5;

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
      return weekly(voices);
    }

    /** What somebody said again counts here. */
    double weeklyMessages() {
      return weekly(spoken.size());
    }

    private double weekly(long times) {
      return times * (double) Duration.ofDays(7).toSeconds() / Math.max(1, length.toSeconds());
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

    /**
     * The talks in which it came up, the longest first: a thread, or what was said of it in a
     * channel within hours.
     */
    List<List<Spoken>> talks() {
      return talks(ONE_TALK);
    }

    private List<List<Spoken>> talks(Duration gap) {
      var last = new HashMap<ChannelId, List<Spoken>>();
      var of = new HashMap<MessageId, List<Spoken>>();
      var talks = new ArrayList<List<Spoken>>();
      for (var each : spoken) {
        var talk = of.get(each.conversation());
        if (talk == null) {
          var before = last.get(each.channel());
          talk =
              before != null && !each.at().isAfter(before.getLast().at().plus(gap))
                  ? before
                  : new ArrayList<>();
        }
        if (talk.isEmpty()) {
          talks.add(talk);
        }
        talk.add(each);
        of.put(each.conversation(), talk);
        last.put(each.channel(), talk);
      }
      talks.sort(Comparator.comparingInt((List<Spoken> each) -> -each.size()));
      return talks;
    }

    /** How many speak of it in that one conversation in which most do. */
    int together() {
      return talks(ONE_CONVERSATION).stream()
          .mapToInt(talk -> (int) people(talk.stream()))
          .max()
          .orElse(0);
    }

    /** Whether half of those who speak of it do so with each other. */
    boolean isMostlyTogether() {
      return 2 * together() >= distinct(Spoken::person);
    }

    /** Whether so many, in so many places and so often, speak of it that it is more than a talk. */
    boolean isBroad(Trends rules, int channels) {
      int people = distinct(Spoken::person);
      return people >= rules.people()
          && distinct(Spoken::day) >= rules.days()
          && (distinct(Spoken::channel) >= Math.min(rules.channels(), channels)
              || people >= rules.alone())
          && isInSeveralTalks(rules)
          && together() >= rules.people();
    }

    /** Several talks, and without the longest of them and without its busiest day still several. */
    private boolean isInSeveralTalks(Trends rules) {
      var talks = talks();
      int busiest = busiestDay();
      return talks.size() >= rules.conversations()
          && people(talks.stream().skip(1).flatMap(List::stream)) >= rules.people() - 1
          && people(spoken.stream().filter(each -> each.day() != busiest)) >= rules.people() - 1;
    }

    private int busiestDay() {
      var voices = new HashMap<Integer, HashSet<Integer>>();
      spoken.forEach(
          each -> voices.computeIfAbsent(each.day(), _ -> new HashSet<>()).add(each.person()));
      return voices.entrySet().stream()
          .max(Comparator.comparingInt(each -> each.getValue().size()))
          .map(Map.Entry::getKey)
          .orElse(0);
    }

    private static long people(Stream<Spoken> spoken) {
      return spoken.map(Spoken::person).distinct().count();
    }
  }

  /** The time in which more is said of what goes that way. */
  Side high(Trend.Direction direction) {
    return switch (direction) {
      case RISING, STAYING -> now;
      case FADING -> before;
    };
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
        && high.weeklyMessages() >= rules.times() * low.weeklyMessages()
        && high.share() >= rules.times() * low.share()
        && high.isBroad(rules, channels)
        && surprise() >= rules.surprise();
  }

  /**
   * Whether people talked before as much as they do now, or half of it at least: where they did
   * not, nothing is known to be new.
   */
  boolean isHeldAgainstTalk() {
    return before.weekly(before.allVoices) >= LEAST_BEFORE * now.weekly(now.allVoices);
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
