package ponte.bot;

import java.util.Map;
import ponte.command.Command;
import ponte.command.Sounding;
import ponte.command.Sowing;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
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
    var looksAtTheList =
        command instanceof Command.OpenQuestions || command instanceof Command.TakeOffList;
    if (command instanceof Command.Pulse && person != null && roles.looksAfter(person, directory)) {
      var role = roles.isManager(person, directory) ? Role.MANAGER : Role.ADMINISTRATOR;
      audit.note(Deed.ROLE_USED, role, person, "pulse", 0);
    }
    if (looksAtTheList && person != null && roles.isManager(person, directory)) {
      audit.note(Deed.ROLE_USED, Role.MANAGER, person, "open-questions", 0);
    }
    if (command instanceof Command.PeopleMap
        && person != null
        && roles.isManager(person, directory)) {
      audit.note(Deed.ROLE_USED, Role.MANAGER, person, "map", 0);
    }
    var looksAtSeeds =
        command instanceof Command.Seed(var wish)
            && (wish instanceof Sowing.Propose || wish instanceof Sowing.Overview);
    if (looksAtSeeds && person != null && roles.isManager(person, directory)) {
      audit.note(Deed.ROLE_USED, Role.MANAGER, person, "seeds", 0);
    }
    var looksAtRisks =
        command instanceof Command.Sound(var wish) && wish instanceof Sounding.AtRisk;
    if (looksAtRisks && person != null && roles.isManager(person, directory)) {
      audit.note(Deed.ROLE_USED, Role.MANAGER, person, "knowledge-at-risk", 0);
    }
  }
}
