package ponte.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.nudge.Gate;
import ponte.nudge.Gate.Answer;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompted;
import ponte.reply.Reply;
import ponte.reply.Texts;

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
  private final Digests digests;
  private final Directory directory;
  private final Preferences preferences;
  private final Gate gate;
  private final Clock clock;

  DuePrivateDigests(
      PrivateSchedules schedules,
      PrivateDigests made,
      Digests digests,
      Directory directory,
      Preferences preferences,
      Gate gate,
      Clock clock) {
    this.schedules = schedules;
    this.made = made;
    this.digests = digests;
    this.directory = directory;
    this.preferences = preferences;
    this.gate = gate;
    this.clock = clock;
  }

  /** Makes what is due and plans what comes next; doing it again gives the same key to both. */
  public Prompted make(PrivateDue due) {
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
    return made.made(schedule, schedule.before(occurrence))
        .<Prompted>flatMap(outcome -> told(schedule, occurrence, reader, outcome))
        .orElseGet(() -> new Prompted.Drop("nothing to tell"));
  }

  private Optional<Prompted> told(
      PrivateSchedule schedule, Instant occurrence, Person reader, DigestOutcome outcome) {
    if (!isWorthReading(outcome)) {
      return Optional.empty();
    }
    var language = preferences.languageOf(reader);
    var blocks =
        new ArrayList<>(digests.replies(outcome, language, schedule.zone()).of(outcome).blocks());
    blocks.add(made.signature(schedule, Texts.in(language)));
    return Optional.of(
        new Prompted.Say(
            new Outgoing(
                key(schedule, occurrence),
                new Destination.Together(Set.of(reader.id())),
                new Reply(language, blocks))));
  }

  private static String key(PrivateSchedule schedule, Instant occurrence) {
    return "private-digest/" + schedule.id() + "/" + occurrence;
  }

  private static boolean isWorthReading(DigestOutcome outcome) {
    return switch (outcome) {
      case DigestOutcome.Written(var digest) -> !digest.items().isEmpty();
      case DigestOutcome.Missed _ -> true;
      case DigestOutcome.TooLittle _,
          DigestOutcome.TooLittleInAll _,
          DigestOutcome.NothingMissed _,
          DigestOutcome.NoSuchChannel _,
          DigestOutcome.NoSuchChannels _,
          DigestOutcome.WhoAreYou _ ->
          false;
    };
  }
}
