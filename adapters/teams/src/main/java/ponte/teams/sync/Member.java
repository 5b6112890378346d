package ponte.teams.sync;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import tools.jackson.databind.JsonNode;

/**
 * Somebody in the roster of a conversation,
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context>. Where their
 * clock stands and what they read it does not tell.
 */
record Member(WorkspaceId tenant, JsonNode json) {

  private static final ZoneId NOWHERE = ZoneOffset.UTC;

  /** The id by which Teams names them to this bot. */
  String teamsId() {
    return text("id");
  }

  /** Empty where it is a program, or nobody who can be named. */
  Optional<PersonId> id() {
    var object = text("aadObjectId").isEmpty() ? text("objectId") : text("aadObjectId");
    var id = object.isEmpty() ? teamsId() : object;
    return id.isBlank() || id.indexOf('/') >= 0 || teamsId().startsWith("28:")
        ? Optional.empty()
        : Optional.of(new PersonId(tenant, id));
  }

  /** The person, with what else is known of them. */
  Person person(PersonId id, Directory directory) {
    var known = directory.person(id);
    var name = text("name").isEmpty() ? known.map(Person::name).orElse(id.value()) : text("name");
    return new Person(
        id,
        name,
        handle(name),
        known.map(Person::title).orElse(""),
        email(known),
        known.map(Person::zone).orElse(NOWHERE),
        known.map(Person::language).orElse(null),
        standing(known));
  }

  /** That somebody left only Graph says, which is asked after the roster was read. */
  private Standing standing(Optional<Person> known) {
    if (known.map(Person::standing).filter(Standing.LEFT::equals).isPresent()) {
      return Standing.LEFT;
    }
    return isGuest() ? Standing.GUEST : Standing.ACTIVE;
  }

  /** That of a guest says only how they were invited: the tenant does not vouch for it. */
  private @Nullable String email(Optional<Person> known) {
    if (isGuest() || !isVouchedFor()) {
      return null;
    }
    var email = text("email");
    return email.isEmpty() ? known.map(Person::email).orElse(null) : email;
  }

  /** What stands before the sign of their user name, which colleagues type. */
  private String handle(String name) {
    var user = text("userPrincipalName");
    int at = user.indexOf('@');
    return at > 0 ? user.substring(0, at) : name;
  }

  private boolean isVouchedFor() {
    return !text("userRole").isEmpty() || text("tenantId").equals(tenant.value());
  }

  private boolean isGuest() {
    var role = text("userRole");
    var home = text("tenantId");
    return !role.isEmpty() && !role.equals("user") && !role.equals("owner")
        || !home.isEmpty() && !home.equals(tenant.value())
        || text("userPrincipalName").contains("#EXT#");
  }

  private String text(String field) {
    return json.path(field).stringValue("");
  }
}
