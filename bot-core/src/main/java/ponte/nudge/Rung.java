package ponte.nudge;

import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** What is to be done for a question at a moment, if nobody has answered it by then. */
public sealed interface Rung {

  PersonId asker();

  MessageId conversation();

  /** What makes it the same when it is planned twice. */
  String key();

  /**
   * To ask the next group of colleagues.
   *
   * @param number of the group, from 2
   * @param again the answer or the mark that was taken back, for which it is planned again; null:
   *     planned first
   */
  record Group(PersonId asker, MessageId conversation, int number, @Nullable MessageId again)
      implements Rung {
    @Override
    public String key() {
      return "group " + number + " " + conversation + once(again);
    }
  }

  /**
   * To put it on the community managers' list.
   *
   * @param again the answer or the mark that was taken back, for which it is planned again; null:
   *     planned first
   */
  record Listing(PersonId asker, MessageId conversation, @Nullable MessageId again)
      implements Rung {
    @Override
    public String key() {
      return "list " + conversation + once(again);
    }
  }

  private static String once(@Nullable MessageId again) {
    return again == null ? "" : " again " + again;
  }
}
