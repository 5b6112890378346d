package ponte.slack;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Away;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;

/**
 * A person as Slack describes them, in exports, events and answers alike, without saying of which
 * workspace.
 */
public record SlackPerson(
    String name,
    String handle,
    String title,
    @Nullable String email,
    ZoneId zone,
    @Nullable Language language,
    Standing standing,
    @Nullable Away away) {

  private static final ZoneId NO_ZONE = ZoneId.of("Etc/UTC");

  public SlackPerson {
    name = Entities.decode(name);
  }

  /** Somebody of whom nothing but the name is known. */
  static SlackPerson named(String name, String handle, Standing standing) {
    return new SlackPerson(name, handle, "", null, NO_ZONE, null, standing, null);
  }

  /**
   * Reads Slack's user object, <https://docs.slack.dev/reference/objects/user-object>.
   *
   * @param id the object's id, which stands for a name where it has none
   */
  public static SlackPerson read(String id, JsonNode user) {
    var profile = user.path("profile");
    var handle = Fields.firstText(user, "name");
    var name = Fields.firstText(profile, "display_name", "real_name");
    return new SlackPerson(
        name.isEmpty() ? or(Fields.firstText(user, "real_name", "name"), id) : name,
        or(handle, id),
        Entities.decode(Fields.text(profile, "title").strip()),
        email(user),
        zone(Fields.text(user, "tz")),
        language(Fields.text(user, "locale")),
        standing(id, user),
        SlackStatus.away(profile));
  }

  /** Without what held only when it was told: an export is read long after. */
  SlackPerson asOfOld() {
    return new SlackPerson(name, handle, title, email, zone, language, standing, null);
  }

  public Person in(PersonId id) {
    return new Person(id, name, handle, title, email, zone, language, standing, away);
  }

  private static Standing standing(String id, JsonNode user) {
    if (id.equals(People.SLACKBOT)
        || Fields.isTrue(user, "is_bot")
        || Fields.isTrue(user, "is_workflow_bot")) {
      return Standing.BOT;
    }
    if (Fields.isTrue(user, "deleted")) {
      return Standing.LEFT;
    }
    return Fields.isTrue(user, "is_restricted")
            || Fields.isTrue(user, "is_ultra_restricted")
            || Fields.isTrue(user, "is_stranger")
        ? Standing.GUEST
        : Standing.ACTIVE;
  }

  /** Null also where Slack says that nobody has confirmed that it is theirs. */
  private static @Nullable String email(JsonNode user) {
    var email = Fields.text(user.path("profile"), "email").strip();
    var confirmed = user.path("is_email_confirmed").booleanValue(true);
    return email.isEmpty() || !confirmed ? null : email;
  }

  private static ZoneId zone(String name) {
    try {
      return name.isBlank() ? NO_ZONE : ZoneId.of(name);
    } catch (DateTimeException e) {
      return NO_ZONE;
    }
  }

  /** The language of a locale as Slack writes it, such as {@code it-IT}; null: another, or none. */
  public static @Nullable Language language(String locale) {
    return Language.of(Locale.forLanguageTag(locale.replace('_', '-'))).orElse(null);
  }

  private static String or(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
