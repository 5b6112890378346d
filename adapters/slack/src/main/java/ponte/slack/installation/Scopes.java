package ponte.slack.installation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What Ponte asks Slack to be let do; each is explained in the texts under {@code scope.}. */
public final class Scopes {

  /** The least that all of Ponte needs. */
  public static final List<String> NEEDED =
      List.of(
          "app_mentions:read",
          "channels:history",
          "channels:read",
          "chat:write",
          "commands",
          "dnd:read",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:write",
          "mpim:write",
          "reactions:read",
          "users:read");

  private Scopes() {}

  /** What is needed and not among these, in order. */
  public static List<String> missing(Collection<String> granted) {
    var missing = new ArrayList<>(NEEDED);
    missing.removeAll(granted);
    return missing;
  }
}
