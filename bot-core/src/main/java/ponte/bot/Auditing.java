package ponte.bot;

import java.util.Map;
import ponte.command.Command;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;

/** Notes what people did about themselves by a command; of all other commands nothing. */
final class Auditing {

  private static final Map<Class<? extends Command>, Deed> DEEDS =
      Map.of(
          Command.OptOut.class, Deed.OPTED_OUT,
          Command.OptIn.class, Deed.OPTED_IN,
          Command.ExportMyData.class, Deed.EXPORTED,
          Command.Strike.class, Deed.STRUCK);

  private final Audit audit;

  Auditing(Audit audit) {
    this.audit = audit;
  }

  void note(Command command, Asker asker) {
    var deed = DEEDS.get(command.getClass());
    var person = asker.person();
    if (deed != null && person != null) {
      audit.note(deed, person);
    }
  }
}
