package ponte.teams.reference;

import ponte.conversation.WorkspaceId;

/**
 * Where a conversation is reached.
 *
 * @param conversation its id, without {@code ;messageid=}: of a personal chat {@code a:…}, of a
 *     channel {@code 19:…@thread.tacv2}, of a group chat {@code 19:…@thread.v2}
 */
public record Reference(Service service, String conversation) {

  public Reference {
    if (conversation.isBlank()) {
      throw new IllegalArgumentException("a reference names its conversation");
    }
  }

  /** Whether it is a chat of Ponte with one person. */
  public boolean isPersonal() {
    return conversation.startsWith("a:");
  }

  public WorkspaceId tenant() {
    return service.tenant();
  }
}
