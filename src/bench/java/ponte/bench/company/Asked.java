package ponte.bench.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/**
 * A question, and what becomes of it where nobody helps.
 *
 * @param number counts the questions in order of time
 * @param asker the number of a colleague
 * @param answer by whom it is answered by themselves, and when; null: by nobody
 */
record Asked(
    int number,
    int asker,
    int subject,
    ChannelId channel,
    Instant at,
    String text,
    @Nullable Answer answer) {

  record Answer(int by, Instant at) {}

  /** The same, as this one of all. */
  Asked numbered(int place) {
    return new Asked(place, asker, subject, channel, at, text, answer);
  }

  MessageId id() {
    return new MessageId(channel, "q" + number);
  }
}
