package ponte.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
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
   * What one person missed in the channels they are in; for nobody else's eyes.
   *
   * @param start why it begins where it does
   * @param forYou the lines that matter to them more than to others, the most relevant first
   */
  record Missed(Digest digest, Start start, List<ForYou> forYou) implements DigestOutcome {
    public Missed {
      forYou = List.copyOf(forYou);
    }
  }

  /** They missed nothing that is worth a line. */
  record NothingMissed(TimeSpan span, Start start) implements DigestOutcome {}

  /** Nobody is known to ask who could have missed anything. */
  record WhoAreYou() implements DigestOutcome {}

  /** From when on somebody is told what they missed. */
  enum Start {
    /** They named the time. */
    NAMED,
    /** Since they last wrote. */
    LAST_WRITTEN,
    /** They wrote later than this, but less would be too little. */
    SHORTEST,
    /** They wrote before this or never, but more would be too much. */
    LONGEST
  }

  /**
   * Why a line matters to the reader.
   *
   * @param line its source
   */
  record ForYou(MessageId line, Because because) {}

  /** Why something matters to somebody. */
  sealed interface Because {

    /** It names them. */
    record MentionsYou() implements Because {}

    /** They began the conversation. */
    record YouBegan() implements Because {}

    /** They took part in it before. */
    record YouTookPart() implements Because {}

    /** It is about what they follow. */
    record YouFollow(String topic) implements Because {}

    /** It is about what they say they know. */
    record YouKnow(String topic) implements Because {}

    /** Somebody speaks with whom they spoke lately. */
    record Colleague(PersonId person) implements Because {}
  }

  /**
   * Too little was said in several channels together for a digest to be worth reading.
   *
   * @param messages how many there are
   * @param people how many wrote them
   * @param fewestMessages how many it takes
   * @param fewestPeople how many it takes
   * @param remarks what a reader must know about the span
   */
  record TooLittleInAll(
      List<Channel> channels,
      TimeSpan span,
      int messages,
      int people,
      int fewestMessages,
      int fewestPeople,
      List<Digest.Remark> remarks)
      implements DigestOutcome {
    public TooLittleInAll {
      channels = List.copyOf(channels);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * The asker sees no channels of these names, of several that they named: they are none of their
   * business, or there are none. The two cannot be told apart.
   *
   * @param similar what they may have meant, with the nearest names in place of those
   */
  record NoSuchChannels(List<String> names, List<Command.Digest> similar) implements DigestOutcome {
    public NoSuchChannels {
      names = List.copyOf(names);
      similar = List.copyOf(similar);
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
