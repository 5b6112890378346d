package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** How much nobody asked for a person may be told: so much a day of theirs, so much a week. */
public final class Ration {

  private static final Duration WEEK = Duration.ofDays(7);

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

  /** A message that a person was told. */
  private record Taken(String key, Instant at) {}

  /** What a person was told within the last days. */
  private record Told(List<Taken> taken) {
    private Told {
      taken = List.copyOf(taken);
    }
  }

  /**
   * When there is room for a message; empty: now, or it has its place already.
   *
   * @param zone where the person's clock stands
   */
  public Optional<Instant> room(PersonId person, String key, ZoneId zone) {
    return room(taken(records.find(key(person))), key, zone);
  }

  /**
   * Takes the place of a message, the same one once.
   *
   * @return when there is room again; empty: it has its place
   */
  public Optional<Instant> take(PersonId person, String key, ZoneId zone) {
    while (true) {
      var now = clock.instant();
      var old = records.find(key(person));
      var taken = taken(old);
      var room = room(taken, key, zone);
      if (room.isPresent() || taken.stream().anyMatch(each -> each.key().equals(key))) {
        return room;
      }
      var more = new ArrayList<>(taken);
      more.add(new Taken(key, now));
      if (records.write(
          new Write(
              key(person),
              Codec.write(new Told(more)),
              old.map(Document::version).orElse(0L),
              null,
              now.plus(WEEK)))) {
        return Optional.empty();
      }
    }
  }

  private List<Taken> taken(Optional<Document> told) {
    var since = clock.instant().minus(WEEK);
    return told.map(Document::content).map(each -> Codec.read(each, Told.class).taken()).stream()
        .flatMap(List::stream)
        .filter(each -> each.at().isAfter(since))
        .toList();
  }

  private Optional<Instant> room(List<Taken> taken, String key, ZoneId zone) {
    if (taken.stream().anyMatch(each -> each.key().equals(key))) {
      return Optional.empty();
    }
    return Stream.concat(roomInWeek(taken).stream(), roomOnDay(taken, zone).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> roomInWeek(List<Taken> taken) {
    return taken.size() < weekly
        ? Optional.empty()
        : Optional.of(taken.get(taken.size() - weekly).at().plus(WEEK));
  }

  private Optional<Instant> roomOnDay(List<Taken> taken, ZoneId zone) {
    var today = clock.instant().atZone(zone).toLocalDate();
    var onThisDay =
        taken.stream().filter(each -> each.at().atZone(zone).toLocalDate().equals(today)).count();
    return onThisDay < daily
        ? Optional.empty()
        : Optional.of(today.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Forgets what a person was told. */
  public void forget(PersonId person) {
    records.drop(partition(person));
  }

  private static Partition partition(PersonId person) {
    return new Partition("ration", person.toString());
  }

  private static Key key(PersonId person) {
    return partition(person).key("told");
  }
}
