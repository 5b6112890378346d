package ponte.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.TimeSpan;

/** What became of the wish for a digest. */
public sealed interface DigestOutcome {

  /** Here it is. */
  record Written(Digest digest) implements DigestOutcome {}

  /**
   * Too little was said for a digest to be worth reading.
   *
   * @param messages how many there are
   * @param people how many wrote them
   * @param fewestMessages how many it takes
   * @param fewestPeople how many it takes
   * @param remarks what a reader must know about the span
   * @param longer a period with enough; null where there is none
   */
  record TooLittle(
      Channel channel,
      TimeSpan span,
      int messages,
      int people,
      int fewestMessages,
      int fewestPeople,
      List<Digest.Remark> remarks,
      @Nullable Period longer)
      implements DigestOutcome {
    public TooLittle {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The asker sees no channel of this name: there is none, or it is none of their business. The two
   * cannot be told apart.
   *
   * @param similar channels the asker sees that may be meant, the likeliest first; each for the
   *     period wanted
   */
  record NoSuchChannel(String name, List<Command.Digest> similar) implements DigestOutcome {
    public NoSuchChannel {
      similar = List.copyOf(similar);
    }
  }
}
