package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * How much nobody asked for a person may be told: so much a day of theirs, so much a week.
 *
 * <p>What they were told is kept with each of their accounts, so that it counts as well when one
 * more turns out to be theirs, or one of them ends. Places are taken at the first one.
 */
public final class Ration {

  private static final Duration WEEK = Duration.ofDays(7);

  /** Over so many weeks a kind that was slowed down is counted. */
  private static final int WEEKS = 4;

  private static final Duration LONGEST = WEEK.multipliedBy(WEEKS);

  private final Records records;
  private final int daily;
  private final int weekly;
  private final Clock clock;

  /**
   * @param daily most messages on one day of the person's clock, 1 or more
   * @param weekly most messages within seven days, 1 or more
   */
  public Ration(Records records, int daily, int weekly, Clock clock) {
    if (daily < 1 || weekly < 1) {
      throw new IllegalArgumentException(
          "daily and weekly are " + daily + " and " + weekly + ", must be 1 or more");
    }
    this.records = records;
    this.daily = daily;
    this.weekly = weekly;
    this.clock = clock;
  }

  /**
   * A message that a person was told.
   *
   * @param kind null: it was told before kinds were kept
   */
  private record Taken(String key, Instant at, @Nullable Kind kind) {}

  /** What a person was told within the last days. */
  private record Told(List<Taken> taken) {
    private Told {
      taken = List.copyOf(taken);
    }
  }

  /**
   * When there is room for a message; empty: now, or it has its place on this day already.
   *
   * @param accounts all of the person's, in an order of their own
   * @param zone where the person's clock stands
   * @param halved how often the number of its kind is halved
   */
  Optional<Instant> room(SequencedSet<PersonId> accounts, Nudge nudge, ZoneId zone, int halved) {
    return room(taken(accounts), nudge, zone, halved);
  }

  /**
   * Takes the place of a message, the same one once. A place of an earlier day is given back: what
   * took it was not said then, and is told today beside what else was told today.
   *
   * @return when there is room again; empty: it has its place
   */
  Optional<Instant> take(SequencedSet<PersonId> accounts, Nudge nudge, ZoneId zone, int halved) {
    var first = key(accounts.getFirst());
    while (true) {
      var old = records.find(first);
      var taken = taken(accounts);
      var room = room(taken, nudge, zone, halved);
      if (room.isPresent()) {
        return room;
      }
      var told = has(taken, nudge, zone) ? taken : with(taken, nudge);
      if (isKept(told, first, old)) {
        accounts.stream().skip(1).forEach(account -> keep(told, key(account)));
        return Optional.empty();
      }
    }
  }

  private List<Taken> with(List<Taken> taken, Nudge nudge) {
    var more = new ArrayList<>(without(taken, nudge));
    more.add(new Taken(nudge.key(), clock.instant(), nudge.kind()));
    return List.copyOf(more);
  }

  /** Keeps it beside whatever else is kept there meanwhile. */
  private void keep(List<Taken> told, Key key) {
    while (true) {
      var old = records.find(key);
      if (isKept(united(Stream.concat(taken(old), told.stream())), key, old)) {
        return;
      }
    }
  }

  private boolean isKept(List<Taken> told, Key key, Optional<Document> old) {
    var content = Codec.write(new Told(told));
    return old.map(Document::content).filter(content::equals).isPresent()
        || records.write(
            new Write(
                key,
                content,
                old.map(Document::version).orElse(0L),
                null,
                clock.instant().plus(LONGEST)));
  }

  /** What they were told on all their accounts, oldest first. */
  private List<Taken> taken(SequencedSet<PersonId> accounts) {
    return united(accounts.stream().flatMap(account -> taken(records.find(key(account)))));
  }

  private Stream<Taken> taken(Optional<Document> told) {
    var since = clock.instant().minus(LONGEST);
    return told.stream()
        .flatMap(each -> Codec.read(each.content(), Told.class).taken().stream())
        .filter(each -> each.at().isAfter(since));
  }

  /** The same message once, at the last time that it was told. */
  private static List<Taken> united(Stream<Taken> all) {
    var byKey = new HashMap<String, Taken>();
    all.forEach(
        each ->
            byKey.merge(
                each.key(), each, (one, other) -> one.at().isAfter(other.at()) ? one : other));
    return byKey.values().stream()
        .sorted(Comparator.comparing(Taken::at).thenComparing(Taken::key))
        .toList();
  }

  private boolean has(List<Taken> taken, Nudge nudge, ZoneId zone) {
    return taken.stream()
        .anyMatch(each -> each.key().equals(nudge.key()) && isToday(each.at(), zone));
  }

  private static List<Taken> without(List<Taken> taken, Nudge nudge) {
    return taken.stream().filter(each -> !each.key().equals(nudge.key())).toList();
  }

  private boolean isToday(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().equals(today(zone));
  }

  private LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private Optional<Instant> room(List<Taken> taken, Nudge nudge, ZoneId zone, int halved) {
    if (has(taken, nudge, zone)) {
      return Optional.empty();
    }
    var others = without(taken, nudge);
    return Stream.of(
            roomInWeek(others),
            roomOnDay(others, zone),
            halved == 0 ? Optional.<Instant>empty() : roomOf(nudge.kind(), others, halved))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> roomInWeek(List<Taken> taken) {
    var since = clock.instant().minus(WEEK);
    return room(taken.stream().filter(each -> each.at().isAfter(since)).toList(), weekly, WEEK);
  }

  /** Half as many of a kind as the cap allows in some weeks, half of that, and so on; but one. */
  private Optional<Instant> roomOf(Kind kind, List<Taken> taken, int halved) {
    return room(
        taken.stream().filter(each -> each.kind() == kind).toList(),
        Math.max(1, weekly * WEEKS >> halved),
        LONGEST);
  }

  private static Optional<Instant> room(List<Taken> within, int most, Duration span) {
    return within.size() < most
        ? Optional.empty()
        : Optional.of(within.get(within.size() - most).at().plus(span));
  }

  private Optional<Instant> roomOnDay(List<Taken> taken, ZoneId zone) {
    var onThisDay = taken.stream().filter(each -> isToday(each.at(), zone)).count();
    return onThisDay < daily
        ? Optional.empty()
        : Optional.of(today(zone).plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Forgets what a person was told, as far as it is kept with this account. */
  void forget(PersonId person) {
    records.drop(partition(person));
  }

  private static Partition partition(PersonId person) {
    return new Partition("ration", person.toString());
  }

  private static Key key(PersonId person) {
    return partition(person).key("told");
  }
}
