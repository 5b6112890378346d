package ponte.nudge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * A question that is followed until somebody answers it.
 *
 * @param asker by the account with which they asked
 * @param conversation the message that opens it, by which it is known
 * @param question the message that asks
 * @param at when it was asked
 * @param membersKnown whether it was known, when it was asked, who is in the channel
 * @param offered when the asker was to be asked whether colleagues are to be asked; null: not yet
 * @param agreed when the asker said so; null: they did not
 * @param groups so many groups of colleagues were asked
 * @param invited so many colleagues were
 * @param listed since when it stands on the community managers' list; null: it does not
 * @param ending why it is not followed any more; null: it is
 */
public record Followed(
    PersonId asker,
    MessageId conversation,
    MessageId question,
    Instant at,
    boolean membersKnown,
    @Nullable Instant offered,
    @Nullable Instant agreed,
    int groups,
    int invited,
    @Nullable Instant listed,
    @Nullable Ending ending) {

  /** Why a question is not followed any more, for good: one that is answered may be open again. */
  public enum Ending {
    /** The asker says that it is solved. */
    SOLVED,
    /** The asker wants it left alone. */
    LEFT,
    /** The asker asks colleagues about it in another way already. */
    SOUGHT,
    /** It was taken back, asks nothing any more, or stands where Ponte hears nothing. */
    GONE,
    /** The asker left, opted out, or wants no such help. */
    REFUSED,
    /** A community manager took it off the list. */
    TAKEN_OFF
  }

  static Followed begun(
      PersonId asker, MessageId conversation, MessageId question, Instant at, boolean known) {
    return new Followed(asker, conversation, question, at, known, null, null, 0, 0, null, null);
  }

  /** The asker is to be asked; what was said of it first holds. */
  Followed offered(MessageId message, Instant when) {
    return with(message, offered == null ? when : offered, agreed, groups, invited, listed, ending);
  }

  Followed agreed(Instant when) {
    return with(question, offered, agreed == null ? when : agreed, groups, invited, listed, ending);
  }

  /** A group of so many colleagues was asked; the same one counts once. */
  Followed asked(int group, int people) {
    return groups >= group
        ? this
        : with(question, offered, agreed, group, invited + people, listed, ending);
  }

  Followed listed(Instant when) {
    return with(question, offered, agreed, groups, invited, listed == null ? when : listed, ending);
  }

  /** What ended it first holds. */
  Followed ended(Ending other) {
    return with(
        question, offered, agreed, groups, invited, listed, ending == null ? other : ending);
  }

  private Followed with(
      MessageId message,
      @Nullable Instant nowOffered,
      @Nullable Instant nowAgreed,
      int nowGroups,
      int nowInvited,
      @Nullable Instant nowListed,
      @Nullable Ending nowEnding) {
    return new Followed(
        asker,
        conversation,
        message,
        at,
        membersKnown,
        nowOffered,
        nowAgreed,
        nowGroups,
        nowInvited,
        nowListed,
        nowEnding);
  }
}
