package ponte.platform;

import ponte.conversation.WorkspaceId;

/** Is told that Ponte was taken out of a workspace; a second time changes nothing. */
@FunctionalInterface
public interface Departures {

  /** Ends what would otherwise go on by itself. */
  void left(WorkspaceId workspace);
}
