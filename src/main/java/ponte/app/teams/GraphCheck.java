package ponte.app.teams;

import java.util.List;
import java.util.stream.Collectors;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Texts;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AccessTokens.Access;
import ponte.teams.graph.Permissions;

/** Says in words what Microsoft Graph does not let Ponte read, and what that means. */
final class GraphCheck {

  private final AccessTokens tokens;
  private final String scope;

  GraphCheck(AccessTokens tokens, String scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** What there is to say of a tenant; empty where nothing is missing. */
  List<String> of(String tenant, Texts texts) {
    try {
      return switch (tokens.of(tenant, scope)) {
        case Access.Denied(var error, var detail) ->
            List.of(texts.say("graph.refused", tenant, (error + " " + detail).strip()));
        case Access.Granted(var token) -> missing(tenant, Permissions.missing(token), texts);
      };
    } catch (PlatformUnavailableException e) {
      return List.of(texts.say("graph.waiting", tenant));
    }
  }

  private static List<String> missing(String tenant, List<String> missing, Texts texts) {
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        texts.say("graph.missing", tenant),
        missing.stream()
            .map(each -> "  " + each + ": " + texts.say("permission." + each))
            .collect(Collectors.joining("\n")));
  }
}
