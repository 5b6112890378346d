package ponte.bot;

import java.util.List;
import ponte.platform.Outgoing;
import ponte.reply.Reply;

/**
 * What Ponte does for somebody who waits.
 *
 * @param reply what it says to them
 * @param found whether there was what they looked for; if not, the reply says what to do
 * @param others what it says to others
 */
public record Answer(Reply reply, boolean found, List<Outgoing> others) {

  public Answer {
    others = List.copyOf(others);
  }

  static Answer found(Reply reply) {
    return new Answer(reply, true, List.of());
  }

  static Answer nothingFound(Reply reply) {
    return new Answer(reply, false, List.of());
  }
}
