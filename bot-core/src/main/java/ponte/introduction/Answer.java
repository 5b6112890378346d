package ponte.introduction;

import java.util.List;
import ponte.platform.Outgoing;
import ponte.reply.Reply;

/**
 * What a wish leads to.
 *
 * @param reply for the asker
 * @param others for other people, to be delivered once
 */
public record Answer(Reply reply, List<Outgoing> others) {

  public Answer {
    others = List.copyOf(others);
  }

  static Answer only(Reply reply) {
    return new Answer(reply, List.of());
  }
}
