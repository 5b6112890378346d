package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.digest.DigestOutcome;
import ponte.directory.Directory;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.platform.Postings;
import ponte.prompt.Prompted;

/**
 * Makes the digests whose time has come for one reader, of what they may open at that very moment.
 *
 * <p>What was missed is made up for as {@link DueDigests} does, and an occurrence happens once for
 * the same reason. It was asked for at that hour, so that quiet hours do not hold it back then;
 * what comes much later waits for them. Nothing comes to who pauses, opted out or left, and nothing
 * where there is nothing to tell.
 */
public final class DuePrivateDigests {

  /** What comes later than this after its time is not at the hour that was chosen. */
  static final Duration PROMPT = Duration.ofHours(1);

  private final PrivateSchedules schedules;
  private final PrivateDigests made;
  private final DigestLetters letters;
  private final Directory directory;
  private final Preferences preferences;
  private final Gate gate;
  private final Clock clock;

  DuePrivateDigests(
      PrivateSchedules schedules,
      PrivateDigests made,
      DigestLetters letters,
      Directory directory,
      Preferences preferences,
      Gate gate,
      Clock clock) {
    this.schedules = schedules;
    this.made = made;
    this.letters = letters;
    this.directory = directory;
    this.preferences = preferences;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Makes what is due and plans what comes next; doing it again gives the same key to both.
   *
   * @param postings know whether the reader has it already
   */
  public Prompted make(PrivateDue due, Postings postings) {
    var schedule = schedules.of(due.person(), due.schedule()).orElse(null);
    if (schedule == null) {
      return new Prompted.Drop("the schedule has ended");
    }
    // A clock that was set back, or is another's, may stand before the moment that has come.
    var now = due.at().isAfter(clock.instant()) ? due.at() : clock.instant();
    schedules.plan(schedule, schedule.next(now));
    var occurrence = schedule.lastBy(now);
    if (schedule.isPausedAt(occurrence)) {
      return new Prompted.Drop("it is paused");
    }
    if (occurrence.isBefore(due.at()) || occurrence.plus(DueDigests.LATEST).isBefore(now)) {
      return new Prompted.Drop("missed, not made up for");
    }
    var reader = directory.person(schedule.person()).filter(Person::isActive).orElse(null);
    if (reader == null || preferences.isOut(reader.id())) {
      return new Prompted.Drop("nobody to send it to");
    }
    if (preferences.of(reader.id()).paused(now, reader.zone())) {
      return new Prompted.Drop("its reader pauses");
    }
    if (occurrence.plus(PROMPT).isBefore(now)) {
      var late = new Nudge(reader.id(), key(schedule, occurrence), Kind.DIGEST, null, Instant.MAX);
      if (gate.ask(late) instanceof Answer.Wait(var until, var why)) {
        return new Prompted.Wait(until, "late, and " + why);
      }
    }
    // To make it anew would change under their eyes what they have.
    if (letters.isThere(reader.id(), key(schedule, occurrence), postings)) {
      return new Prompted.Drop("its reader has it");
    }
    return made.made(schedule, schedule.before(occurrence))
        .flatMap(outcome -> letter(schedule, occurrence, reader, outcome))
        .<Prompted>map(letter -> new Prompted.Say(letters.write(letter)))
        .orElseGet(() -> new Prompted.Drop("nothing to tell"));
  }

  /** What is worth reading. */
  private Optional<DigestLetter> letter(
      PrivateSchedule schedule, Instant occurrence, Person reader, DigestOutcome outcome) {
    var key = key(schedule, occurrence);
    var language = preferences.languageOf(reader);
    return switch (outcome) {
      case DigestOutcome.Written(var digest) ->
          Optional.of(digest)
              .filter(made -> !made.items().isEmpty())
              .map(
                  made ->
                      DigestLetter.of(schedule, key, occurrence, language, made, null, List.of()));
      case DigestOutcome.Missed(var digest, var start, var forYou) ->
          Optional.of(DigestLetter.of(schedule, key, occurrence, language, digest, start, forYou));
      case DigestOutcome.TooLittle _,
          DigestOutcome.TooLittleInAll _,
          DigestOutcome.NothingMissed _,
          DigestOutcome.NoSuchChannel _,
          DigestOutcome.NoSuchChannels _,
          DigestOutcome.WhoAreYou _ ->
          Optional.empty();
    };
  }

  private static String key(PrivateSchedule schedule, Instant occurrence) {
    return "private-digest/" + schedule.id() + "/" + occurrence;
  }
}
