package ponte.listening;

import java.time.Instant;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * What somebody said, without a word of it.
 *
 * @param place which of the messages that were read of its channel it is
 * @param conversation the message that opens the conversation it is in
 * @param terms in order, as {@link Gists#code} has them
 * @param coded those of what is written as code, each once
 */
record Utterance(
    int place,
    MessageId id,
    MessageId conversation,
    PersonId by,
    Instant at,
    Language language,
    int[] terms,
    int[] coded)
    implements Reading.Placed {}
