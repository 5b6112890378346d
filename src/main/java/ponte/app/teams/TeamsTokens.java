package ponte.app.teams;

import java.util.Map;
import java.util.TreeMap;
import ponte.app.observation.Standing.Word;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AccessTokens.Access;

/** Asks Microsoft for the tokens that Ponte needs to speak, and to read in each tenant. */
final class TeamsTokens {

  /** What speaks in all tenants. */
  private static final String CONNECTOR = "connector";

  private final TeamsMode mode;
  private final TeamsAccess access;
  private final String graph;

  /**
   * @param graph the scope of the tokens that read
   */
  TeamsTokens(TeamsMode mode, TeamsAccess access, String graph) {
    this.mode = mode;
    this.access = access;
    this.graph = graph;
  }

  /** What Microsoft says, by tenant; nothing of an emulator, which asks for no token. */
  Map<String, Word> words() {
    var tokens = access.tokens();
    var words = new TreeMap<String, Word>();
    if (tokens != null && mode instanceof TeamsMode.Registered(_, _, var tenants)) {
      words.put(CONNECTOR, word(tokens, access.authority(), AccessTokens.CONNECTOR));
      tenants.forEach(tenant -> words.put(tenant, word(tokens, tenant, graph)));
    }
    return words;
  }

  private static Word word(AccessTokens tokens, String authority, String scope) {
    try {
      return switch (tokens.of(authority, scope)) {
        case Access.Granted _ -> new Word.Accepted();
        case Access.Denied(var error, var detail) ->
            new Word.Refused((error + " " + detail).strip());
      };
    } catch (PlatformUnavailableException e) {
      return new Word.Silent();
    }
  }
}
