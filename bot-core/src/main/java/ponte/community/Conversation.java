package ponte.community;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a conversation that a person began, without a word of it.
 *
 * @param opener who began it, by their number
 * @param asks whether it opens with a question
 * @param withProgram whether a program wrote in it, too
 * @param answered when somebody else first wrote in it; null: nobody did
 */
record Conversation(
    Instant at, int opener, boolean asks, boolean withProgram, @Nullable Instant answered) {}
