package ponte.listening;

import java.time.Instant;
import java.util.List;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * The opening of a conversation that asks the room something, without a word of it.
 *
 * @param place which of the messages that were read of its channel it is
 * @param asked the terms of the sentences that ask, in order
 * @param told the terms of all of the message, in order
 * @param others who else spoke in its conversation, whoever it was
 * @param answerers those of them who take part and did not speak in confidence only
 */
record Question(
    int place,
    MessageId id,
    PersonId by,
    Instant at,
    Language language,
    int[] asked,
    int[] told,
    List<PersonId> others,
    List<PersonId> answerers) {
  Question {
    others = List.copyOf(others);
    answerers = List.copyOf(answerers);
  }
}
