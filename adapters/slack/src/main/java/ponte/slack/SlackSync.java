package ponte.slack;

import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Is asked for what is to be read from Slack because something happened there. What was asked for
 * is durable when a method returns; it is done later.
 */
public interface SlackSync {

  /** Reads people and channels of a workspace now, and from then on every night. */
  void installed(WorkspaceId workspace);

  /** Reads a channel that the bot was invited to, its members and its history. */
  void invited(ChannelId channel);

  /**
   * Reads a channel that something is said in and that nobody knows: the invitation was missed.
   * However much is said there, once a minute at most.
   */
  void unknown(ChannelId channel);

  /** Reads a person anew. */
  void person(PersonId person);
}
