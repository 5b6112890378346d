package ponte.teams.sync;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.teams.ObjectIds;
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
        : Optional.of(ObjectIds.person(tenant, id));
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
        standing(known),
        known.map(Person::away).orElse(null),
        known.map(Person::department).orElse(""));
  }

  /**
   * That somebody left only Graph says, which is asked after the roster was read; it also knows who
   * is a guest where the roster does not. Whoever nobody vouches for is one: they see least.
   */
  private Standing standing(Optional<Person> known) {
    var before = known.map(Person::standing).orElse(Standing.GUEST);
    if (before == Standing.LEFT) {
      return Standing.LEFT;
    }
    return switch (home()) {
      case HERE -> Standing.ACTIVE;
      case ELSEWHERE -> Standing.GUEST;
      case UNTOLD -> before;
    };
  }

  /** That of a guest says only how they were invited: the tenant does not vouch for it. */
  private @Nullable String email(Optional<Person> known) {
    var before = known.map(Person::email).orElse(null);
    return switch (home()) {
      case HERE -> text("email").isEmpty() ? before : text("email");
      case ELSEWHERE -> null;
      case UNTOLD -> before;
    };
  }

  /** What stands before the sign of their user name, which colleagues type. */
  private String handle(String name) {
    var user = text("userPrincipalName");
    int at = user.indexOf('@');
    return at > 0 ? user.substring(0, at) : name;
  }

  /** Whether somebody is of this tenant, as far as the roster tells. */
  private enum Home {
    HERE,
    ELSEWHERE,
    UNTOLD
  }

  /**
   * Their role says it; where none is told, the tenant and the name by which it knows them do, both
   * together: a guest is of this tenant, too, and only their name shows it.
   */
  private Home home() {
    var role = text("userRole").toLowerCase(Locale.ROOT);
    var home = ObjectIds.one(text("tenantId"));
    var user = text("userPrincipalName").toUpperCase(Locale.ROOT);
    var isMember = Set.of("user", "owner").contains(role);
    if (!role.isEmpty() && !isMember
        || !home.isEmpty() && !home.equals(tenant.value())
        || user.contains("#EXT#")) {
      return Home.ELSEWHERE;
    }
    return isMember || !home.isEmpty() && !user.isEmpty() ? Home.HERE : Home.UNTOLD;
  }

  private String text(String field) {
    return json.path(field).stringValue("");
  }
}
