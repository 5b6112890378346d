package ponte.unnamed;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.WorkspaceId;

/**
 * Where people may have colleagues asked without their name.
 *
 * @param everywhere in each workspace
 * @param workspaces the ids of others, in lower case
 */
public record UnnamedRules(boolean everywhere, Set<String> workspaces) {

  /** So many questions within {@link UnnamedQuestions#SPAN} are asked for one person, at most. */
  static final int MOST = 3;

  /** Nowhere. */
  public static final UnnamedRules NOWHERE = new UnnamedRules(false, Set.of());

  public UnnamedRules {
    workspaces =
        workspaces.stream()
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As an administrator writes it: {@code true}, {@code false}, or the ids of the workspaces where
   * people may.
   */
  public static UnnamedRules of(Collection<String> written) {
    var said =
        written.stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).distinct().toList();
    return new UnnamedRules(
        said.contains("true"),
        said.stream()
            .filter(each -> !each.isEmpty() && !each.equals("true") && !each.equals("false"))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether people of a workspace may. */
  public boolean allow(WorkspaceId workspace) {
    return everywhere || workspaces.contains(workspace.value().toLowerCase(Locale.ROOT));
  }
}
