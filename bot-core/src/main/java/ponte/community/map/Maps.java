package ponte.community.map;

import ponte.bot.Asker;
import ponte.community.channels.ChannelReplies;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Roles;

/**
 * The map of people and that of channels.
 *
 * @param made makes maps of people
 * @param people shows them in chat
 * @param channels shows what channels are for
 */
public record Maps(PeopleMaps made, MapReplies people, ChannelReplies channels) {

  /** Puts them together. */
  public static Maps of(PeopleMaps.Ground ground, MapRules rules, Roles roles) {
    var made = new PeopleMaps(ground, rules);
    return new Maps(
        made,
        new MapReplies(made, ground.directory(), roles, ground.clock()),
        new ChannelReplies(
            ground.archive(),
            ground.directory(),
            ground.preferences(),
            ground.nlp(),
            ground.clock()));
  }

  /** Forgets somebody. */
  public void forget(PersonId person) {
    made.forget(person);
    channels.letGo();
  }

  /** Takes somebody from the maps who opted out, and where they stood, with all their accounts. */
  public void withdraw(Asker asker) {
    if (asker.person() != null) {
      made.withdraw(asker.person());
      channels.letGo();
    }
  }

  /** Forgets a workspace. */
  public void forget(WorkspaceId workspace) {
    made.forget(workspace);
    channels.letGo();
  }
}
