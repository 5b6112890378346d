package ponte.app.access;

import java.util.function.Predicate;
import ponte.conversation.WorkspaceId;

/**
 * The workspaces of a platform that Ponte serves now.
 *
 * @param way with whose accounts people sign in there
 * @param serves fails with {@link ponte.platform.PlatformUnavailableException} where that cannot be
 *     known yet
 */
public record ServedWorkspaces(Access.Way way, Predicate<WorkspaceId> serves) {}
