package ponte.teams.graph;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.teams.ObjectIds;
import tools.jackson.databind.JsonNode;

/** A person as Graph tells of them: <https://learn.microsoft.com/graph/api/resources/user>. */
public record Profile(WorkspaceId tenant, JsonNode json) {

  /** Empty where nobody can be named by it. */
  public Optional<PersonId> id() {
    var id = text("id");
    return id.isBlank() || id.indexOf('/') >= 0
        ? Optional.empty()
        : Optional.of(ObjectIds.person(tenant, id));
  }

  /**
   * The person, with what is known of them and a profile does not tell: where their clock stands,
   * and when they are away.
   */
  public Person person(PersonId id, Directory directory) {
    var known = directory.person(id);
    var name = text("displayName").strip();
    return new Person(
        id,
        name.isEmpty() ? known.map(Person::name).orElse(id.value()) : name,
        handle(name),
        text("jobTitle").strip(),
        email(),
        known.map(Person::zone).orElse(ZoneOffset.UTC),
        language().or(() -> known.map(Person::language)).orElse(null),
        standing(),
        known.map(Person::away).orElse(null),
        text("department").strip());
  }

  private Standing standing() {
    if (json.path("accountEnabled").isBoolean() && !json.path("accountEnabled").booleanValue()) {
      return Standing.LEFT;
    }
    return isGuest() ? Standing.GUEST : Standing.ACTIVE;
  }

  /**
   * Whoever is not a member is a guest: they see least. Of a member that was there before there
   * were types Graph tells none; their user name tells it then.
   */
  private boolean isGuest() {
    var type = text("userType");
    var user = text("userPrincipalName").toUpperCase(Locale.ROOT);
    return user.contains("#EXT#")
        || (type.isEmpty() ? user.isEmpty() : !type.equalsIgnoreCase("member"));
  }

  /** What stands before the sign of their user name, which colleagues type. */
  private String handle(String name) {
    var user = text("userPrincipalName");
    int at = user.indexOf('@');
    return at > 0 ? user.substring(0, at) : name;
  }

  /**
   * The address that the tenant vouches for. That of a member is set by its administrators or by
   * Exchange, and by nobody for themselves; a member's user name is under a domain that the tenant
   * has proved to be its own, but is no address where that is Microsoft's. That of a guest says
   * only how they were invited.
   */
  private @Nullable String email() {
    if (isGuest()) {
      return null;
    }
    var mail = text("mail").strip();
    var user = text("userPrincipalName").strip();
    if (!mail.isEmpty()) {
      return mail;
    }
    return user.contains("@") && !user.toLowerCase(Locale.ROOT).endsWith(".onmicrosoft.com")
        ? user
        : null;
  }

  private Optional<Language> language() {
    return Optional.of(text("preferredLanguage"))
        .filter(tag -> !tag.isBlank())
        .flatMap(tag -> Language.of(Locale.forLanguageTag(tag)));
  }

  private String text(String field) {
    return json.path(field).stringValue("");
  }
}
