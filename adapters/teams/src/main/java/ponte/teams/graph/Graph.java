package ponte.teams.graph;

import ponte.conversation.WorkspaceId;
import ponte.teams.connector.Answer;

/**
 * Microsoft Graph, as far as an administrator lets Ponte read it.
 *
 * <p>Everything that is asked of it may be refused: then Ponte does without.
 */
@FunctionalInterface
public interface Graph {

  /** What {@link #NONE} says. */
  String NOT_SET = "graph_not_set";

  /** There is no Graph to be asked, as with a client emulator. */
  Graph NONE = (_, _) -> new Answer.Refused(0, NOT_SET, "");

  /**
   * Reads something of a tenant.
   *
   * @throws ponte.platform.PlatformUnavailableException if no answer came
   */
  Answer get(WorkspaceId tenant, GraphCall call);
}
