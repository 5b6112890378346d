package ponte.expert;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import ponte.conversation.Message;

/**
 * What somebody said in a conversation that tells most.
 *
 * @param vote the conversation in which it was said
 * @param words how many of the topic's words are in it
 * @param waited how long the one who opened the conversation had waited for its author; empty where
 *     they are one
 */
record Said(Tally.Vote vote, Message message, int words, Optional<Duration> waited) {

  /** Words on the topic first, statements before questions, answers before openings. */
  static final Comparator<Said> MOST_TELLING =
      Comparator.comparing((Said said) -> said.words() == 0)
          .thenComparing(Said::asks)
          .thenComparing(said -> !said.vote().answered());

  boolean asks() {
    return Talk.isQuestion(message);
  }

  /** Whether all they said on the topic there is a question. */
  boolean onlyAsks() {
    return words > 0 && asks();
  }

  boolean answer() {
    return vote.answered() && !onlyAsks();
  }

  /** Whether it is more than being there, or asking oneself. */
  boolean tells() {
    return words > 0 && !asks();
  }
}
