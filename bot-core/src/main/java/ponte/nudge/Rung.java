package ponte.nudge;

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
   */
  record Group(PersonId asker, MessageId conversation, int number) implements Rung {
    @Override
    public String key() {
      return "group " + number + " " + conversation;
    }
  }

  /** To put it on the community managers' list. */
  record Listing(PersonId asker, MessageId conversation) implements Rung {
    @Override
    public String key() {
      return "list " + conversation;
    }
  }
}
