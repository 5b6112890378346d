package ponte.seeding;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.nudge.Gate;

/**
 * Tells when a channel usually talks, on the clock of most of its people, and not when they are at
 * home.
 */
final class Moments {

  private static final int MESSAGES = 1_000;
  private static final Duration SOON = Duration.ofMinutes(15);
  private static final int DAYS = 7;
  private static final int FIRST_HOUR = 9;
  private static final int LAST_HOUR = 16;
  private static final int USUAL_HOUR = 10;

  /** Of fewer messages nobody can tell when a channel talks. */
  private static final int FEWEST = 20;

  /** What a day of waiting costs, in shares of the best hour. */
  private static final double WAITING = 0.03;

  /** Talk is under way where so many people said so much in this time. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(30);

  private static final int PEOPLE_TALKING = 2;
  private static final int MESSAGES_TALKING = 3;

  private final Archive archive;
  private final Directory directory;
  private final Gate gate;

  Moments(Archive archive, Directory directory, Gate gate) {
    this.archive = archive;
    this.directory = directory;
    this.gate = gate;
  }

  /** The clock of most people who wrote in the channel. */
  ZoneId zone(ChannelId room, Instant now) {
    return zone(said(room, now));
  }

  private ZoneId zone(List<Message> said) {
    Map<ZoneId, Long> people = new HashMap<>();
    said.stream()
        .map(Message::author)
        .distinct()
        .flatMap(author -> directory.person(author).stream())
        .map(Person::zone)
        .forEach(zone -> people.merge(zone, 1L, Long::sum));
    return people.entrySet().stream()
        .max(
            Map.Entry.<ZoneId, Long>comparingByValue().thenComparing(each -> each.getKey().getId()))
        .map(Map.Entry::getKey)
        .orElse(ZoneOffset.UTC);
  }

  /**
   * The full hour of a working day, within a week from a moment on, at which it talks most; a day
   * is worth less the more of its people have a public holiday.
   */
  Instant next(ChannelId room, Instant from, Instant now) {
    var said = said(room, now);
    var zone = zone(said);
    var slots = slots(from.plus(SOON).atZone(zone));
    var atWork = atWork(said, slots.stream().map(ZonedDateTime::toLocalDate).distinct().toList());
    return slots.stream()
        .max(
            Comparator.comparingDouble(
                slot ->
                    worth(slot, said, zone) * Objects.requireNonNull(atWork.get(slot.toLocalDate()))
                        - WAITING * ChronoUnit.DAYS.between(from, slot.toInstant())))
        .orElseThrow()
        .toInstant();
  }

  /** The share of those who wrote there that have no public holiday, of each day. */
  private Map<LocalDate, Double> atWork(List<Message> said, List<LocalDate> days) {
    var holidays = said.stream().map(Message::author).distinct().map(gate::holidays).toList();
    return days.stream()
        .collect(
            Collectors.toMap(
                day -> day,
                day ->
                    holidays.stream()
                        .mapToInt(each -> each.test(day) ? 0 : 1)
                        .average()
                        .orElse(1)));
  }

  private static List<ZonedDateTime> slots(ZonedDateTime from) {
    var first = from.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    return Stream.iterate(first, hour -> hour.plusHours(1))
        .limit(DAYS * 24L)
        .filter(
            hour ->
                hour.getDayOfWeek() != DayOfWeek.SATURDAY
                    && hour.getDayOfWeek() != DayOfWeek.SUNDAY
                    && hour.getHour() >= FIRST_HOUR
                    && hour.getHour() <= LAST_HOUR)
        .toList();
  }

  /**
   * The share of talk at this hour of the day, and on this day of the week, in that of the most.
   */
  private static double worth(ZonedDateTime slot, List<Message> said, ZoneId zone) {
    if (said.size() < FEWEST) {
      return slot.getHour() == USUAL_HOUR ? 1 : 0;
    }
    var times = said.stream().map(message -> message.at().atZone(zone)).toList();
    double hour =
        times.stream().filter(time -> Math.abs(time.getHour() - slot.getHour()) <= 1).count();
    double day = times.stream().filter(time -> time.getDayOfWeek() == slot.getDayOfWeek()).count();
    return hour / times.size() + day / times.size();
  }

  /** Whether several people are talking to each other there at this moment. */
  boolean isTalking(ChannelId room, Instant now) {
    var lately =
        said(room, now).stream()
            .filter(message -> message.at().isAfter(now.minus(UNDER_WAY)))
            .toList();
    return lately.size() >= MESSAGES_TALKING
        && lately.stream().map(Message::author).distinct().count() >= PEOPLE_TALKING;
  }

  private List<Message> said(ChannelId room, Instant now) {
    return archive.before(room, now, MESSAGES, Audience.of(room)).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .toList();
  }
}
