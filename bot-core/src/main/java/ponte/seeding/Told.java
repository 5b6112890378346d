package ponte.seeding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Quote;

/**
 * A conversation as far as it tells whether something is worth talking about.
 *
 * @param opening the sentence it opens with
 * @param standing how the question it opens with stands
 * @param outcome what somebody else had to say to it; null: nothing that stands alone
 * @param people those who took part
 * @param terms all that came up in it
 * @param asked the terms of its opening alone
 */
record Told(
    MessageId id,
    Channel channel,
    Quote opening,
    Standing standing,
    @Nullable Quote outcome,
    List<PersonId> people,
    int messages,
    Set<String> terms,
    Set<String> asked) {

  /** How a conversation stands. */
  enum Standing {
    /** It opens with no question. */
    REMARK,
    /** Nobody is seen to have answered. */
    WAITING,
    /** Somebody spoke to the question. */
    DISCUSSED,
    /** Whoever asked was content. */
    ANSWERED
  }

  Told {
    people = List.copyOf(people);
    terms = Set.copyOf(terms);
    asked = Set.copyOf(asked);
  }

  boolean isQuestion() {
    return standing != Standing.REMARK;
  }

  PersonId opener() {
    return opening.author();
  }

  Instant at() {
    return opening.at();
  }
}
