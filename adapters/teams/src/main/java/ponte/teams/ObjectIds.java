package ponte.teams;

import java.util.Locale;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * The ids that Entra gives people, programs and tenants. They are GUIDs, the same however they are
 * written (<https://learn.microsoft.com/entra/identity-platform/app-objects-and-service-principals>
 * and <https://www.rfc-editor.org/rfc/rfc9562#section-4>), and Teams and Graph do not always write
 * them alike. Everything that comes in goes through here, so that it can be compared.
 *
 * <p>Ids of Teams' own are left as they are: those of channels tell large letters from small ones.
 */
public final class ObjectIds {

  /** With {@code 28:} before it where it is a program's. */
  private static final Pattern GUID =
      Pattern.compile("(28:)?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private ObjectIds() {}

  /** The one way in which an id is written; one that is no GUID is left as it is. */
  public static String one(String id) {
    return GUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
  }

  /** A person or a program, by an id of Entra's or of Teams' own. */
  public static PersonId person(WorkspaceId tenant, String id) {
    return new PersonId(tenant, one(id));
  }

  public static WorkspaceId tenant(String id) {
    return new WorkspaceId(one(id));
  }
}
