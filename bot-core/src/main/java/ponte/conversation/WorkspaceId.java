package ponte.conversation;

/** Names a workspace: a Slack workspace or a Microsoft Teams tenant. */
public record WorkspaceId(String value) implements Comparable<WorkspaceId> {

  public WorkspaceId {
    Ids.requirePart("workspace", value);
  }

  @Override
  public int compareTo(WorkspaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
