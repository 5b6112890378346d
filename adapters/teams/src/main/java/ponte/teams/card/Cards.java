package ponte.teams.card;

import java.util.List;
import ponte.conversation.WorkspaceId;
import ponte.reply.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws replies as Adaptive Cards of schema 1.5, within the limits of Teams whatever the reply
 * holds.
 */
public final class Cards {

  private final Pointers pointers;

  public Cards(Pointers pointers) {
    this.pointers = pointers;
  }

  /**
   * The messages that say a reply, in order, at least one.
   *
   * @param tenant where they will be read: who is no account there is named, not mentioned
   */
  public List<Drawn> messages(Reply reply, Eyes eyes, WorkspaceId tenant) {
    throw new UnsupportedOperationException("" + pointers);
  }

  /**
   * The people of a reply as what a search in the compose box found, the whole body of the answer;
   * where it proposes nobody, what it says instead. What is put into a message says who it is and
   * nothing that only the asker may see.
   */
  public ObjectNode results(Reply reply) {
    throw new UnsupportedOperationException("" + pointers);
  }
}
