package ponte.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.archive.Found;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * What the conversations about a topic say about one person.
 *
 * @param votes the conversations this person took part in, the weightiest first
 */
record Tally(PersonId person, double score, List<Vote> votes) {

  static final Comparator<Tally> BEST_FIRST =
      Comparator.comparingDouble(Tally::score).reversed().thenComparing(Tally::person);

  private static final Comparator<Vote> WEIGHTIEST_FIRST =
      Comparator.comparingDouble(Vote::weight)
          .reversed()
          .thenComparing(vote -> vote.found().conversation());

  /** A conversation, what the person did in it and how much that says. */
  record Vote(Found found, Found.Part part, boolean answered, double weight) {}

  Tally {
    votes = List.copyOf(votes);
  }

  Tally times(double factor) {
    return new Tally(person, score * factor, votes);
  }

  /** The same without what some conversations say. */
  Tally without(Set<MessageId> conversations) {
    if (conversations.isEmpty()) {
      return this;
    }
    var left =
        votes.stream()
            .filter(vote -> !conversations.contains(vote.found().conversation()))
            .toList();
    return left.size() == votes.size()
        ? this
        : new Tally(person, left.stream().mapToDouble(Vote::weight).sum(), left);
  }

  static List<Tally> ranked(Collection<Tally> tallies) {
    return tallies.stream().sorted(BEST_FIRST).toList();
  }

  /**
   * Counts the votes of conversations for those who took part, best first.
   *
   * <p>Votes of documents for people are CombSUM of Macdonald and Ounis, "Voting for Candidates",
   * CIKM 2006, each document's relevance taken relative to the best one's. That an opening says
   * less than an answer, that relevance is squared, that votes fade and that those of the channel
   * where it is asked count more is ours, measured on replays of real workspaces. A vote's age is
   * counted from the newest one: any other moment would change all scores by the same factor, and
   * this one keeps an old archive's from vanishing.
   *
   * @param found most relevant first
   * @param terms how many different terms the topic has
   * @param asked the channel where the question is asked; null: in none
   * @param who the person behind an account
   */
  static List<Tally> of(
      List<Found> found,
      int terms,
      @Nullable ChannelId asked,
      ExpertRules.Votes rules,
      UnaryOperator<PersonId> who) {
    if (found.isEmpty()) {
      return List.of();
    }
    var best = found.getFirst().score();
    var newest =
        found.stream()
            .flatMap(each -> each.parts().stream())
            .map(Found.Part::last)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    var votes = new HashMap<PersonId, List<Vote>>();
    for (var each : found) {
      var relative = each.score() / best;
      var near = asked == null || asked.equals(each.channel());
      var relevance =
          (near ? 1 : rules.elsewhere())
              * (terms < rules.longTopic() ? relative : relative * relative);
      for (var part : each.parts()) {
        var answered = !each.isOpenedBy(part.person());
        var worth = answered ? answer(part, rules) : rules.opening();
        var weight = relevance * worth * freshness(part.last(), newest, rules);
        votes
            .computeIfAbsent(who.apply(part.person()), _ -> new ArrayList<>())
            .add(new Vote(each, part, answered, weight));
      }
    }
    return ranked(votes.entrySet().stream().map(Tally::of).toList());
  }

  private static double answer(Found.Part part, ExpertRules.Votes rules) {
    return (part.onlyAsks() ? rules.asking() : 1) + (part.thanks() > 0 ? rules.thanked() : 0);
  }

  private static double freshness(Instant last, Instant newest, ExpertRules.Votes rules) {
    var age = newest.toEpochMilli() - last.toEpochMilli();
    return Math.pow(2, -(double) age / rules.halfLife().toMillis());
  }

  private static Tally of(Map.Entry<PersonId, List<Vote>> votes) {
    return new Tally(
        votes.getKey(),
        votes.getValue().stream().mapToDouble(Vote::weight).sum(),
        votes.getValue().stream().sorted(WEIGHTIEST_FIRST).toList());
  }
}
