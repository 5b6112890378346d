package ponte.slack.installation;

import ponte.conversation.WorkspaceId;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The workspaces that Ponte was taken out of at some time: what is still to be said there is said
 * nowhere else.
 */
public final class FormerWorkspaces {

  private static final Partition ALL = new Partition("slack-former-workspaces", "all");

  private final Records records;

  public FormerWorkspaces(Records records) {
    this.records = records;
  }

  /** Notes that Ponte was taken out of a workspace; it may have been installed again since. */
  public void note(WorkspaceId workspace) {
    records.write(Write.create(ALL.key(workspace.value()), ""));
  }

  public boolean contains(WorkspaceId workspace) {
    return records.find(ALL.key(workspace.value())).isPresent();
  }
}
