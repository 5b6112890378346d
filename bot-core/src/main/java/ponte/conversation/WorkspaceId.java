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

  /** Reads what {@link #toString()} wrote. */
  public static WorkspaceId parse(String written) {
    return new WorkspaceId(written);
  }

  @Override
  public String toString() {
    return value;
  }
}
