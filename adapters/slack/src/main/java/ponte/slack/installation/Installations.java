package ponte.slack.installation;

import java.util.List;
import java.util.Optional;
import ponte.conversation.WorkspaceId;

/** The workspaces where Ponte is installed. */
public interface Installations {

  /**
   * How Ponte is installed in a workspace; empty where it is not, or not any more.
   *
   * @throws ponte.platform.PlatformUnavailableException if that cannot be known yet, since Slack
   *     has not answered since the start
   */
  Optional<Installation> find(WorkspaceId workspace);

  /**
   * All of them, in order of workspace.
   *
   * @throws ponte.platform.PlatformUnavailableException as {@link #find} does
   */
  List<Installation> all();

  /** Takes note that Ponte is not installed in a workspace any more. */
  void remove(WorkspaceId workspace);
}
