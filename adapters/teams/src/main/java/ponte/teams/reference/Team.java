package ponte.teams.reference;

import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/**
 * A team that Ponte was added to.
 *
 * @param id as Teams tells it with each activity, {@code 19:…@thread.tacv2}: the id of the team's
 *     general channel
 * @param group the id of the team's Microsoft 365 group, which links need; null: not heard yet
 */
public record Team(WorkspaceId tenant, String id, @Nullable String group) {

  /** The channel that each team has from its beginning. */
  public ChannelId general() {
    return new ChannelId(tenant, id);
  }
}
