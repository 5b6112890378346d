package ponte.bot;

import java.util.Map;
import java.util.Optional;
import ponte.command.Command;
import ponte.command.Sounding;
import ponte.command.Sowing;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.directory.Roles;

/**
 * Notes what people did about themselves by a command, and that somebody looked at what only their
 * role may see; of all other commands nothing.
 */
final class Auditing {

  private static final Map<Class<? extends Command>, Deed> DEEDS =
      Map.of(
          Command.OptOut.class, Deed.OPTED_OUT,
          Command.OptIn.class, Deed.OPTED_IN,
          Command.ExportMyData.class, Deed.EXPORTED,
          Command.Strike.class, Deed.STRUCK);

  private final Audit audit;
  private final Roles roles;
  private final Directory directory;

  Auditing(Audit audit, Roles roles, Directory directory) {
    this.audit = audit;
    this.roles = roles;
    this.directory = directory;
  }

  void note(Command command, Asker asker) {
    var deed = DEEDS.get(command.getClass());
    var person = asker.person();
    if (deed != null && person != null) {
      audit.note(deed, person);
    }
    if (person != null) {
      looked(command).filter(look -> look.may(person)).ifPresent(look -> look.note(person));
    }
  }

  /** What of a role a command is; empty: everybody may. */
  private Optional<Look> looked(Command command) {
    return switch (command) {
      case Command.Pulse _ -> Optional.of(new Look("pulse", true));
      case Command.PeopleMap _ -> Optional.of(new Look("map", true));
      case Command.OpenQuestions _, Command.TakeOffList _ ->
          Optional.of(new Look("open-questions", false));
      case Command.Seed(var wish)
          when wish instanceof Sowing.Propose || wish instanceof Sowing.Overview ->
          Optional.of(new Look("seeds", false));
      case Command.Sound(var wish) when isAtRisk(wish) ->
          Optional.of(new Look("knowledge-at-risk", false));
      default -> Optional.empty();
    };
  }

  /** Whoever wants it told every week looks at it each time. */
  private static boolean isAtRisk(Sounding wish) {
    return wish instanceof Sounding.AtRisk
        || wish instanceof Sounding.Alert(var subject, _) && subject == Sounding.Subject.AT_RISK;
  }

  /**
   * A look at what not everybody sees.
   *
   * @param administrators whether they see it, too
   */
  private final class Look {

    private final String what;
    private final boolean administrators;

    Look(String what, boolean administrators) {
      this.what = what;
      this.administrators = administrators;
    }

    boolean may(PersonId person) {
      return administrators
          ? roles.looksAfter(person, directory)
          : roles.isManager(person, directory);
    }

    void note(PersonId person) {
      var role = Role.using(person, roles, directory);
      audit.note(Deed.ROLE_USED, role, person, what, 0);
    }
  }
}
