package ponte.conversation;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * A person of a workspace, as the platform shows them.
 *
 * @param name the name that colleagues see
 * @param handle the short name that mentions are typed with, without {@code @}
 * @param title what they do; empty where the profile does not say
 * @param email verified by the platform; null where it is not known
 * @param zone where their clock stands
 * @param language what they read; null where the platform does not say
 * @param away when they are away; null where the platform does not say that they are
 * @param department where in the organisation they work; empty where the profile does not say
 */
public record Person(
    PersonId id,
    String name,
    String handle,
    String title,
    @Nullable String email,
    ZoneId zone,
    @Nullable Language language,
    Standing standing,
    @Nullable Away away,
    String department) {

  /** What was kept before departments were read has none. */
  public Person(
      PersonId id,
      String name,
      String handle,
      String title,
      @Nullable String email,
      ZoneId zone,
      @Nullable Language language,
      Standing standing,
      @Nullable Away away,
      @Nullable String department) {
    this.id = id;
    this.name = name;
    this.handle = handle;
    this.title = title;
    this.email = email;
    this.zone = zone;
    this.language = language;
    this.standing = standing;
    this.away = away;
    this.department = department == null ? "" : department;
  }

  /** Of whom nothing tells where in the organisation they work. */
  public Person(
      PersonId id,
      String name,
      String handle,
      String title,
      @Nullable String email,
      ZoneId zone,
      @Nullable Language language,
      Standing standing,
      @Nullable Away away) {
    this(id, name, handle, title, email, zone, language, standing, away, "");
  }

  /** Of whom nothing tells that they are away. */
  public Person(
      PersonId id,
      String name,
      String handle,
      String title,
      @Nullable String email,
      ZoneId zone,
      @Nullable Language language,
      Standing standing) {
    this(id, name, handle, title, email, zone, language, standing, null);
  }

  /** What a person is to the workspace. */
  public enum Standing {
    /** A colleague. */
    ACTIVE,
    /** Somebody from outside who is let into single channels. */
    GUEST,
    /** A colleague who left or was deactivated. */
    LEFT,
    /** A program that writes messages. */
    BOT
  }

  /** Whether there is a person who can be spoken to. */
  public boolean isActive() {
    return standing == Standing.ACTIVE || standing == Standing.GUEST;
  }

  public Person with(@Nullable Away other) {
    return new Person(id, name, handle, title, email, zone, language, standing, other, department);
  }

  /** The same in another department; empty: nothing tells of one. */
  public Person inDepartment(String other) {
    return new Person(id, name, handle, title, email, zone, language, standing, away, other);
  }
}
