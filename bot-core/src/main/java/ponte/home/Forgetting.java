package ponte.home;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Archive;
import ponte.consent.Audit;
import ponte.consent.Keeper;
import ponte.consent.Preference;
import ponte.consent.Preference.Standing;
import ponte.consent.Preferences;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Opinions;
import ponte.introduction.Ledger;
import ponte.schedule.Schedules;

/**
 * Forgets a person: what they wrote, what they wanted, what others said about them. What is left is
 * their id, and that it is not to be named.
 */
public final class Forgetting {

  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Opinions opinions;
  private final Ledger ledger;
  private final Schedules schedules;
  private final List<Keeper> keepers;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param keepers all others who keep something of people
   */
  public Forgetting(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Opinions opinions,
      Ledger ledger,
      Schedules schedules,
      List<Keeper> keepers,
      Audit audit,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.opinions = opinions;
    this.ledger = ledger;
    this.schedules = schedules;
    this.keepers = List.copyOf(keepers);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Forgets everything of a person, all accounts; a second time completes what failed at the first.
   */
  void forget(PersonId person) {
    preferences.change(person, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));
    for (var account : directory.accounts(person)) {
      if (!account.equals(person)) {
        forgetOne(account);
      }
    }
    forgetOne(person);
    // Noted under nobody's name: who it was is what is forgotten.
    audit.note(Audit.Deed.FORGOTTEN, Audit.Role.PERSON, null, "", 0);
    log.atInfo().log("person forgotten at their own wish");
  }

  /** What joins an account to the others goes last: who dies before that begins again. */
  private void forgetOne(PersonId person) {
    var now = clock.instant();
    archive.forget(person, now);
    opinions.forget(person, directory.people().stream().map(Person::id).toList());
    ledger.forget(person);
    preferences.forget(person);
    audit.forget(person);
    schedules.forget(person);
    keepers.forEach(keeper -> keeper.forget(person));
    directory
        .person(person)
        .ifPresent(
            known ->
                directory.apply(
                    List.of(
                        new Event.Roster.PersonChanged(
                            new EventId("forget:" + person), stub(known), now))));
  }

  /** What stays of a person: that there is one, so that they may ask and join again. */
  public static Person stub(Person person) {
    return new Person(
        person.id(),
        person.id().value(),
        person.id().value(),
        "",
        null,
        ZoneOffset.UTC,
        null,
        person.standing());
  }
}
