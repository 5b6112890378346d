package ponte.listening;

import java.time.Instant;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.nlp.Language;

/**
 * A message, as far as it counts.
 *
 * @param conversation the message that opens the conversation it is in
 * @param person a number that stands for its author
 * @param terms in order, as {@link Gists#code} has them
 * @param coded those of what is written as code, each once
 */
record Spoken(
    MessageId id,
    MessageId conversation,
    int person,
    Instant at,
    Language language,
    int[] terms,
    int[] coded) {

  private static final int DAY = 24 * 60 * 60;
  private static final int BITS = 24;

  ChannelId channel() {
    return id.channel();
  }

  int day() {
    return (int) Math.floorDiv(at.getEpochSecond(), DAY);
  }

  /** Its author on its day: what counts once, however often they say it. */
  long voice() {
    return (long) day() << BITS | person;
  }
}
