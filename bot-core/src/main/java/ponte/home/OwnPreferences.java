package ponte.home;

import java.time.Clock;
import java.util.function.UnaryOperator;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Offer;
import ponte.consent.Preference;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.nlp.Language;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Takes what people say about how they want to be treated. */
public final class OwnPreferences {

  private final Preferences preferences;
  private final Clock clock;

  public OwnPreferences(Preferences preferences, Clock clock) {
    this.preferences = preferences;
    this.clock = clock;
  }

  public Reply hide(Command.HideTopic command, Asker asker) {
    return change(asker, old -> old.hiding(command.topic()), "preference.hidden", command.topic());
  }

  public Reply unhide(Command.UnhideTopic command, Asker asker) {
    return allow(
        asker, old -> old.unhiding(command.topic()), "preference.unhidden", command.topic());
  }

  public Reply add(Command.AddTopic command, Asker asker) {
    return allow(asker, old -> old.knowing(command.topic()), "preference.added", command.topic());
  }

  public Reply remove(Command.RemoveTopic command, Asker asker) {
    return change(
        asker, old -> old.notKnowing(command.topic()), "preference.removed", command.topic());
  }

  public Reply quietHours(Command.QuietHours command, Asker asker) {
    var from = command.from();
    var until = command.until();
    UnaryOperator<Preference> change =
        old -> {
          var weekends = command.weekends();
          return old.with(
              new QuietHours(
                  from, until, weekends == null ? old.quietHours().weekends() : weekends));
        };
    return from.equals(until)
        ? change(asker, change, "preference.no-quiet-hours")
        : change(asker, change, "preference.quiet-hours", from.toString(), until.toString());
  }

  public Reply pause(Command.Pause command, Asker asker) {
    var today = clock.instant().atZone(asker.zone()).toLocalDate();
    var texts = Texts.in(asker.language());
    var day = texts.day(command.until().atStartOfDay(asker.zone()).toInstant(), asker.zone());
    return command.until().isAfter(today)
        ? change(asker, old -> old.pausing(command.until()), "preference.paused", day)
        : Saying.says(asker, "preference.pause-is-over", day);
  }

  public Reply resume(Asker asker) {
    return change(asker, Preference::resuming, "preference.resumed");
  }

  public Reply speak(Language language, Asker asker) {
    return change(asker.reading(language), old -> old.with(language), "preference.language");
  }

  public Reply optOut(Asker asker) {
    return change(
        asker,
        old -> old.isOut() ? old : old.with(Standing.OUT),
        "preference.out",
        Texts.in(asker.language()).say("command.opt-in"));
  }

  public Reply optIn(Asker asker) {
    var person = asker.person();
    return change(
        asker,
        old -> old.with(Standing.OPTED_IN),
        person != null && preferences.isNeverNamed(person)
            ? "preference.never-named"
            : "preference.in");
  }

  /** They want to be invited to no question of a colleague. */
  public Reply stopInvitations(Asker asker) {
    return change(
        asker,
        old -> old.choosing(Offer.INVITATIONS, Choice.NONE),
        "preference.no-invitations",
        Texts.in(asker.language()).say("command.allow-invitations"));
  }

  /** They may be invited again. */
  public Reply allowInvitations(Asker asker) {
    return allow(
        asker, old -> old.choosing(Offer.INVITATIONS, Choice.WELCOME), "preference.invitations");
  }

  /** They are not to be asked whether colleagues are to be asked about their questions. */
  public Reply stopHelp(Asker asker) {
    return change(
        asker,
        old -> old.choosing(Offer.HELP, Choice.NONE),
        "preference.no-help",
        Texts.in(asker.language()).say("command.allow-help"));
  }

  /** They may be asked so again. */
  public Reply allowHelp(Asker asker) {
    return allow(asker, old -> old.choosing(Offer.HELP, Choice.WELCOME), "preference.help");
  }

  /** They are not to be asked later whether it helped, or whether they met. */
  public Reply stopAftercare(Asker asker) {
    return change(
        asker,
        old -> old.choosing(Offer.AFTERCARE, Choice.NONE),
        "preference.no-aftercare",
        Texts.in(asker.language()).say("command.allow-aftercare"));
  }

  /** They may be asked so again. */
  public Reply allowAftercare(Asker asker) {
    return allow(
        asker, old -> old.choosing(Offer.AFTERCARE, Choice.WELCOME), "preference.aftercare");
  }

  /** Changes what Ponte may do with them; who takes no part is told that it still does nothing. */
  private Reply allow(
      Asker asker, UnaryOperator<Preference> change, String situation, Object... values) {
    var said = change(asker, change, situation, values);
    var person = asker.person();
    if (person == null || !preferences.isOut(person)) {
      return said;
    }
    return preferences.isNeverNamed(person)
        ? Saying.says(asker, "preference.never-named")
        : Saying.says(
            asker, "preference.once-in", Texts.in(asker.language()).say("command.opt-in"));
  }

  private Reply change(
      Asker asker, UnaryOperator<Preference> change, String situation, Object... values) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    preferences.change(person, change);
    return Saying.says(asker, situation, values);
  }
}
