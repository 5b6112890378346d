package ponte.slack.live;

import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.Translation;
import ponte.slack.installation.Installations;

/** How Ponte listens to what was said before, which is as it listens to what is said now. */
public final class Listening {

  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final Installations installations;

  public Listening(Directory directory, Doorkeeper doorkeeper, Installations installations) {
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.installations = installations;
  }

  /** Whether what was said in a channel is to be kept. */
  public boolean to(ChannelId channel) {
    return !doorkeeper.isShared(channel)
        && !doorkeeper.isExcluded(channel)
        && directory.hears(channel);
  }

  /**
   * Translates messages of a workspace.
   *
   * @throws PlatformUnavailableException if Ponte is not installed there any more
   */
  public Translation translation(WorkspaceId workspace) {
    var installation =
        installations
            .find(workspace)
            .orElseThrow(
                () -> new PlatformUnavailableException("slack: not installed: " + workspace, null));
    return new Translation(
        workspace,
        new KnownAuthors(directory, installation),
        new Words(directory).mrkdwn(workspace),
        "slack");
  }
}
