package ponte.archive;

import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import ponte.conversation.MessageId;

/**
 * Which of the messages before it a message answers or continues.
 *
 * <p>{@link LinkNetwork} says how much speaks for each and for none. As probabilities, those of a
 * conversation are added up: two messages of one talk that could each be meant speak for the talk
 * together. The best conversation is it, if it is likelier than that a new one opens, and in it the
 * best message; of equals the later. All of it depends on the window and how that is filed, so that
 * a link never changes for what happens elsewhere.
 */
final class Linking {

  /** Another one for every change that may link otherwise. */
  static final String VERSION = "3";

  private final Surroundings around;

  /**
   * @param window the flat messages before it as they are filed, oldest first, at least one
   */
  Linking(Turn turn, Deque<Turn> window) {
    around = new Surroundings(turn, window);
  }

  /** The message it is linked to; empty where it opens a conversation. */
  Optional<Turn> link(Conversations.Rules rules, LinkNetwork network) {
    var scores = network.scores(LinkInputs.of(around));
    var count = around.candidates().size();
    scores[count] += rules.bar();
    var most = Arrays.stream(scores).max().orElseThrow();
    var byConversation = new LinkedHashMap<MessageId, Likelihood>();
    for (var i = count - 1; i >= 0; i--) {
      var candidate = around.candidates().get(i);
      var likelihood = new Likelihood(candidate, scores[i], Math.exp(scores[i] - most));
      byConversation.merge(candidate.conversation(), likelihood, Likelihood::and);
    }
    return best(byConversation, Math.exp(scores[count] - most));
  }

  private static Optional<Turn> best(Map<MessageId, Likelihood> conversations, double opening) {
    Turn best = null;
    var most = opening;
    for (var conversation : conversations.values()) {
      if (conversation.sum() > most) {
        best = conversation.best();
        most = conversation.sum();
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * How likely a conversation is.
   *
   * @param best its likeliest message so far, with its score
   * @param sum of the likelihoods of its messages, up to a factor that all have in common
   */
  private record Likelihood(Turn best, double score, double sum) {

    private Likelihood and(Likelihood earlier) {
      var other = earlier.score > score ? earlier : this;
      return new Likelihood(other.best, other.score, sum + earlier.sum);
    }
  }
}
