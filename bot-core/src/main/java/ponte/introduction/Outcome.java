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
public record Outcome(Reply reply, List<Outgoing> others) {

  public Outcome {
    others = List.copyOf(others);
  }

  /** Nothing for anybody else. */
  public static Outcome only(Reply reply) {
    return new Outcome(reply, List.of());
  }
}
