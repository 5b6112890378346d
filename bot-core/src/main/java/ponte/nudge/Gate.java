package ponte.nudge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ponte.consent.Preferences;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * The one place that every message passes that nobody asked for at that moment. Who has several
 * accounts is one person here: away by any of them, and told so much on all of them together.
 */
public final class Gate {

  private final Directory directory;
  private final Preferences preferences;
  private final Ration ration;
  private final Effects effects;
  private final Countries countries;
  private final Holidays holidays;
  private final QuietChannels quietChannels;
  private final Clock clock;

  public Gate(
      Directory directory,
      Preferences preferences,
      Ration ration,
      Effects effects,
      Countries countries,
      Holidays holidays,
      QuietChannels quietChannels,
      Clock clock) {
    this.directory = directory;
    this.preferences = preferences;
    this.ration = ration;
    this.effects = effects;
    this.countries = countries;
    this.holidays = holidays;
    this.quietChannels = quietChannels;
    this.clock = clock;
  }

  /** Whether a message may be said. */
  public sealed interface Answer {

    /** It may, now. */
    record Open() implements Answer {}

    /**
     * Not before a moment, at which it is to be asked again.
     *
     * @param until after now, and not after the last moment at which it is worth saying
     */
    record Wait(Instant until, Reason why) implements Answer {}

    /** Not at all. */
    record Never(Reason why) implements Answer {}
  }

  private static final Answer OPEN = new Answer.Open();

  /** Whether a message may be said now. It changes nothing. */
  public Answer ask(Nudge nudge) {
    return directory
        .person(nudge.to())
        .filter(Person::isActive)
        .map(person -> ask(nudge, person))
        .orElseGet(() -> new Answer.Never(Reason.GONE));
  }

  private Answer ask(Nudge nudge, Person person) {
    var about = nudge.about();
    var preference = preferences.of(person.id());
    if (preference.isOut() && !nudge.isWished()) {
      return new Answer.Never(Reason.OPTED_OUT);
    }
    if (nudge.kind().offer().filter(offer -> !preference.takes(offer)).isPresent()) {
      return new Answer.Never(Reason.NOT_WANTED);
    }
    if (nudge.kind().isNudge() && about != null && isQuiet(about)) {
      return new Answer.Never(Reason.QUIET_CHANNEL);
    }
    var halved = halved(nudge);
    if (nudge.isHeldBack(halved) && !effects.isShown(nudge.to(), nudge.key())) {
      return new Answer.Never(Reason.HELPS_LITTLE);
    }
    var now = clock.instant();
    var room = nudge.kind().isNudge() ? room(nudge, person, halved) : Optional.<Instant>empty();
    var free = calm(person, nudge.kind()).from(room.orElse(now));
    if (free.at().isAfter(nudge.until())) {
      return new Answer.Never(Reason.TOO_LATE);
    }
    if (!free.at().isAfter(now)) {
      return OPEN;
    }
    var why = free.why();
    return new Answer.Wait(free.at(), room.isPresent() || why == null ? Reason.ENOUGH : why);
  }

  private Optional<Instant> room(Nudge nudge, Person person, int halved) {
    return ration.room(accounts(person), nudge, person.zone(), halved);
  }

  /**
   * Lets a message through that is said now: it counts among those that they were told, the same
   * one once.
   *
   * @return open, or that somebody else's message came first
   */
  public Answer pass(Nudge nudge) {
    var answer = ask(nudge);
    if (!(answer instanceof Answer.Open) || !nudge.kind().isNudge()) {
      return answer;
    }
    var person = directory.person(nudge.to());
    if (person
        .flatMap(known -> ration.take(accounts(known), nudge, known.zone(), halved(nudge)))
        .isPresent()) {
      return ask(nudge);
    }
    effects.shown(nudge);
    return OPEN;
  }

  private int halved(Nudge nudge) {
    return nudge.isNobodysWish() ? effects.halved(nudge.to().workspace(), nudge.kind()) : 0;
  }

  /** When somebody is not to be disturbed with messages of a kind, caps aside. */
  public Calm calm(Person person, Kind kind) {
    return new Calm(
        preferences.of(person.id()),
        preferences.undisturbed(person.id()),
        person.zone(),
        holidays(person),
        kind.isNudge() ? absences(person.id()) : List.of());
  }

  /** The absences of somebody that their accounts tell of, past ones too. */
  public List<Away> absences(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(account -> directory.person(account).stream())
        .flatMap(account -> Stream.ofNullable(account.away()))
        .toList();
  }

  /** The public holidays that somebody keeps. */
  public Predicate<LocalDate> holidays(Person person) {
    var country = countries.of(person);
    return day -> country.filter(each -> holidays.have(day, each)).isPresent();
  }

  /** Those of whoever has an account; none of who is not known. */
  public Predicate<LocalDate> holidays(PersonId account) {
    return directory.person(account).map(this::holidays).orElse(_ -> false);
  }

  /** Whether nobody is written to about what lies in a channel. */
  public boolean isQuiet(ChannelId channel) {
    return quietChannels.has(channel);
  }

  /** Forgets what a person was told, and what they said to it. */
  public void forget(PersonId person) {
    ration.forget(person);
    effects.forget(person);
  }

  /** The accounts with which is kept what a person was told. */
  private SequencedSet<PersonId> accounts(Person person) {
    return new TreeSet<>(directory.accounts(person.id()));
  }
}
