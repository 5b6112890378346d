package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Found;
import ponte.archive.Found.Part;
import ponte.archive.Held;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * Says who will answer a question: by what people know, as the conversations about its topic tell
 * it, and by their being there, as the last conversations do, whatever they are about.
 *
 * <p>Both are votes of conversations for those who took part. A vote fades with a power of its age,
 * as what people will need next of what they needed before does (Anderson and Schooler,
 * "Reflections of the Environment in Memory", Psychological Science 1991), and counts more where it
 * was given at this time of the day. The more there is about the topic, the less being there
 * counts: it is a prior, as in the smoothing of Zhai and Lafferty, "A Study of Smoothing Methods
 * for Language Models", SIGIR 2001.
 */
final class Routing {

  /** Of less knowledge than one fresh conversation on the very topic nobody has all. */
  private static final double WHOLE = 1;

  private static final Duration LONGEST_SILENCE = Duration.ofDays(30);

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final ExpertRules.Routing rules;
  private final Instant now;
  private final @Nullable ChannelId asked;
  private final UnaryOperator<PersonId> who;

  /**
   * @param asked the channel where the question is asked; null: in none
   * @param who the person behind an account
   */
  Routing(
      ExpertRules.Routing rules,
      Instant now,
      @Nullable ChannelId asked,
      UnaryOperator<PersonId> who) {
    this.rules = rules;
    this.now = now;
    this.asked = asked;
    this.who = who;
  }

  /**
   * Everybody who took part, best first.
   *
   * @param found conversations about the topic, the most relevant first
   * @param latest conversations of late
   */
  List<Tally> tallies(List<Found> found, List<Held> latest) {
    var today = today(found, latest);
    var known = new HashMap<PersonId, Double>();
    for (var each : found) {
      var relevance = Math.pow(each.score() / found.getFirst().score(), rules.relevance());
      add(known, each.channel(), each.parts(), relevance, today);
    }
    var joined = new HashMap<PersonId, Double>();
    for (var each : latest) {
      add(joined, each.channel(), each.parts(), 1, today);
    }
    var seen = seen(found, latest, today);
    var mostKnown = Math.max(WHOLE, most(known));
    var mostJoined = Math.max(Double.MIN_NORMAL, most(joined));
    var people = new HashSet<>(known.keySet());
    people.addAll(joined.keySet());
    return Tally.ranked(
        people.stream()
            .map(
                person ->
                    new Tally(
                        person,
                        known.getOrDefault(person, 0.0) / mostKnown
                            + rules.joined() * joined.getOrDefault(person, 0.0) / mostJoined
                            + rules.seen() * seen.getOrDefault(person, 0.0),
                        List.of()))
            .toList());
  }

  private static double most(Map<PersonId, Double> votes) {
    return votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private void add(
      Map<PersonId, Double> votes,
      ChannelId channel,
      List<Part> parts,
      double relevance,
      Instant today) {
    var near = asked == null || asked.equals(channel) ? 1 : rules.elsewhere();
    for (var part : parts) {
      var worth = part.person().equals(parts.getFirst().person()) ? rules.opening() : 1;
      var fading = Math.pow(1 + days(part.last(), today), -rules.fading());
      var vote = relevance * near * worth * fading * daytime(part.last());
      votes.merge(who.apply(part.person()), vote, Double::sum);
    }
  }

  /** More for the hours around this time of the day, whatever the day. */
  private double daytime(Instant last) {
    var apart = Math.abs(Duration.between(last, now).toMillis()) % DAY;
    var deviations = (double) Math.min(apart, DAY - apart) / rules.around().toMillis();
    return 1 + rules.daytime() * Math.exp(-deviations * deviations / 2);
  }

  /** How lately each one wrote, 1 for who did it last. */
  private Map<PersonId, Double> seen(List<Found> found, List<Held> latest, Instant today) {
    var seen = new HashMap<PersonId, Double>();
    parts(found, latest)
        .forEach(
            part ->
                seen.merge(
                    who.apply(part.person()), 1 / (1 + days(part.last(), today)), Math::max));
    return seen;
  }

  /**
   * The moment from which ages are counted: now, but at most a month after the last word there is.
   * For an archive of long ago all ages would be the same.
   */
  private Instant today(List<Found> found, List<Held> latest) {
    var newest =
        parts(found, latest).map(Part::last).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    var end = newest.plus(LONGEST_SILENCE);
    return now.isAfter(end) ? end : now;
  }

  private static Stream<Part> parts(List<Found> found, List<Held> latest) {
    return Stream.concat(
        found.stream().flatMap(each -> each.parts().stream()),
        latest.stream().flatMap(each -> each.parts().stream()));
  }

  private static double days(Instant last, Instant today) {
    return Math.max(0, today.toEpochMilli() - last.toEpochMilli()) / (double) DAY;
  }
}
