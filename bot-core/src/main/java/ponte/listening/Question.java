package ponte.listening;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    List<PersonId> answerers)
    implements Reading.Placed {
  Question {
    others = List.copyOf(others);
    answerers = List.copyOf(answerers);
  }

  /** With others who spoke in its conversation, too, and those of them who count. */
  Question answeredBy(List<PersonId> more, List<PersonId> counting) {
    return new Question(
        place,
        id,
        by,
        at,
        language,
        asked,
        told,
        together(others, more),
        together(answerers, counting));
  }

  private static List<PersonId> together(List<PersonId> some, List<PersonId> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
