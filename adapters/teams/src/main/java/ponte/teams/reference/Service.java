package ponte.teams.reference;

import java.net.URI;
import ponte.conversation.WorkspaceId;

/**
 * By which service a tenant's conversations are reached.
 *
 * @param url as it came with an activity, checked before it was kept
 * @param bot Ponte's own id there: {@code 28:} and the app's id
 */
public record Service(WorkspaceId tenant, URI url, String bot) {

  public Service {
    if (bot.isBlank()) {
      throw new IllegalArgumentException("a service of " + tenant + " knows the bot by an id");
    }
  }

  /** A conversation there. */
  public Reference conversation(String id) {
    return new Reference(this, id);
  }
}
