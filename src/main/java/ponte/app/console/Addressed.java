package ponte.app.console;

import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/** What an address of the console names. */
final class Addressed {

  private Addressed() {}

  /**
   * @throws MissingException if no channel can have this name
   */
  static ChannelId channel(String workspace, String channel) {
    try {
      return new ChannelId(new WorkspaceId(workspace), channel);
    } catch (IllegalArgumentException e) {
      throw new MissingException(e);
    }
  }
}
