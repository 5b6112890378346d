package ponte.community;

import java.time.Instant;
import java.util.List;

/**
 * What became of a conversation that a person began, without a word of it; people are numbers.
 *
 * @param at when it began
 * @param opener who began it
 * @param recent whether it began within the time that is looked back; of an older one only what was
 *     said later counts
 * @param asks whether it opens with a question
 * @param withProgram whether a program wrote in it, too
 * @param others those who wrote in it beside the opener, each once, in the order in which they did
 */
record Conversation(
    Instant at, int opener, boolean recent, boolean asks, boolean withProgram, List<Turn> others) {

  Conversation {
    others = List.copyOf(others);
  }

  /** When somebody first wrote in it. */
  record Turn(int person, Instant at) {}
}
