package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
 * for Language Models", SIGIR 2001. What {@link Tally} says of who knows counts beside it: two
 * rankings that err in other places err less together (Fox and Shaw, "Combination of Multiple
 * Searches", TREC-2, 1994).
 */
final class Routing {

  /** Of less knowledge than one fresh conversation on the very topic nobody has all. */
  private static final double WHOLE = 1;

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
   * @param knowing what these say about who knows, best first
   * @param latest conversations of late
   */
  List<Tally> tallies(List<Found> found, List<Tally> knowing, List<Held> latest) {
    var ages = new Ages(rules.pace(), now, found, latest);
    var votes = new HashMap<PersonId, Double>();
    for (var each : found) {
      var relevance = Math.pow(each.score() / found.getFirst().score(), rules.relevance());
      add(votes, each.channel(), each.parts(), relevance, ages);
    }
    var joined = new HashMap<PersonId, Double>();
    for (var each : latest) {
      add(joined, each.channel(), each.parts(), 1, ages);
    }
    var seen = seen(found, latest, ages);
    var known = knowing.stream().collect(Collectors.toMap(Tally::person, Tally::score));
    var scores = new HashMap<PersonId, Double>();
    weigh(votes, 1, Math.max(WHOLE, most(votes)), scores);
    weigh(joined, rules.joined(), most(joined), scores);
    weigh(seen, rules.seen(), 1, scores);
    weigh(known, rules.known(), most(known), scores);
    return Tally.ranked(
        scores.entrySet().stream()
            .map(each -> new Tally(each.getKey(), each.getValue(), List.of()))
            .toList());
  }

  private static void weigh(
      Map<PersonId, Double> votes, double weight, double most, Map<PersonId, Double> scores) {
    votes.forEach((person, vote) -> scores.merge(person, weight * vote / most, Double::sum));
  }

  private static double most(Map<PersonId, Double> votes) {
    return votes.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  private void add(
      Map<PersonId, Double> votes,
      ChannelId channel,
      List<Part> parts,
      double relevance,
      Ages ages) {
    var near = asked == null || asked.equals(channel) ? 1 : rules.elsewhere();
    for (var part : parts) {
      var worth = asks(part, parts.getFirst()) ? rules.asking() : 1;
      var fading = Math.pow(1 + ages.of(part), -rules.fading());
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

  /** Whether somebody wants to know rather than knows: not who opens by telling, or answers. */
  private static boolean asks(Part part, Part opening) {
    return part.person().equals(opening.person()) ? part.questions() > 0 : part.onlyAsks();
  }

  /** How lately each one wrote, 1 for who does it now. */
  private Map<PersonId, Double> seen(List<Found> found, List<Held> latest, Ages ages) {
    var seen = new HashMap<PersonId, Double>();
    Ages.parts(found, latest)
        .forEach(part -> seen.merge(who.apply(part.person()), 1 / (1 + ages.of(part)), Math::max));
    return seen;
  }
}
