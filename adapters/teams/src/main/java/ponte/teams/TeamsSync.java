package ponte.teams;

import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** Has read from Teams what activities do not tell; at once, and durably, it is only asked for. */
public interface TeamsSync {

  /**
   * Ponte was added to a team, or the team changed: its channels and its people are read anew.
   *
   * @param team as activities name it
   */
  void team(WorkspaceId tenant, String team);

  /** A channel that nobody knows was heard of: so is the rest of its team, once in a while. */
  void unknown(ChannelId channel);

  /** Somebody whom nobody knows was heard of. */
  void person(PersonId person);
}
