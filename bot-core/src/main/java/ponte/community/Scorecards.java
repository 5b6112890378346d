package ponte.community;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.nudge.Effects;
import ponte.nudge.WorkingTime;

/** Tells how well people help each other in public channels, and how it changes. */
public final class Scorecards {

  /** A longer time is told by months. */
  private static final int MOST_WEEKS = 14;

  /** A quarter. */
  private static final int MISSING = 4;

  private final Chronicles chronicles;
  private final Directory directory;
  private final Roles roles;
  private final Effects effects;

  Scorecards(Chronicles chronicles, Directory directory, Roles roles, Effects effects) {
    this.chronicles = chronicles;
    this.directory = directory;
    this.roles = roles;
    this.effects = effects;
  }

  /** Until when what was said is counted. */
  public Instant asOf() {
    return chronicles.latest().asOf();
  }

  /**
   * How a span went, in one channel or in all public ones that an audience may open.
   *
   * @param channel null: all of them
   * @param zone by whose clock weeks and months begin
   * @return empty where it would be of too few people
   */
  public Optional<Pulse> of(
      @Nullable Channel channel, TimeSpan span, Audience audience, ZoneId zone) {
    var chronicle = chronicles.latest();
    var channels = channels(channel, audience);
    var counting = counting(chronicle, channels, roll(chronicle.people()));
    var workspaces =
        channel == null
            ? channels.stream().map(ChannelId::workspace).collect(Collectors.toSet())
            : Set.<WorkspaceId>of();
    return card(counting, span, zone, workspaces)
        .map(
            now -> {
              var earlier = TimeSpan.before(span.from(), span.length());
              var before =
                  isKnown(earlier, counting, chronicle)
                      ? card(counting, earlier, zone, workspaces).orElse(null)
                      : null;
              return new Pulse(
                  channel,
                  now,
                  before,
                  parts(span, zone).stream()
                      .map(part -> new Pulse.Point(part, card(counting, part, zone, workspaces)))
                      .toList(),
                  Verdict.of(now, before),
                  chronicle.asOf());
            });
  }

  /** The channels of an audience with enough people, those with most questions first. */
  public List<Pulse.Room> rooms(TimeSpan span, Audience audience) {
    var chronicle = chronicles.latest();
    var roll = roll(chronicle.people());
    var rooms = new ArrayList<Pulse.Room>();
    for (var channel : directory.channels(audience)) {
      if (channel.isPublic()) {
        counting(chronicle, Set.of(channel.id()), roll)
            .in(span, null)
            .ifPresent(card -> rooms.add(new Pulse.Room(channel, card)));
      }
    }
    rooms.sort(
        Comparator.comparing((Pulse.Room room) -> -room.card().questions())
            .thenComparing(room -> room.channel().name())
            .thenComparing(room -> room.channel().id()));
    return rooms;
  }

  private Set<ChannelId> channels(@Nullable Channel channel, Audience audience) {
    var open = directory.everybody();
    return open.channels().stream()
        .filter(audience::maySee)
        .filter(each -> channel == null || each.equals(channel.id()))
        .collect(Collectors.toSet());
  }

  /** A time of which a good part lies before the first word is nothing to compare with. */
  private boolean isKnown(TimeSpan earlier, Counting counting, Chronicle chronicle) {
    return !earlier.from().isBefore(chronicles.since(chronicle))
        && !counting.begins().isAfter(earlier.from().plus(earlier.length().dividedBy(MISSING)));
  }

  private Optional<Scorecard> card(
      Counting counting, TimeSpan span, ZoneId zone, Set<WorkspaceId> workspaces) {
    return counting.in(
        span,
        workspaces.isEmpty()
            ? null
            : weeks(span, zone).map(weeks -> needed(weeks, workspaces)).orElse(null));
  }

  /**
   * The whole weeks of a span, as nudges are counted by them: from Monday to Monday in UTC. They
   * are those whose days by the reader's clock lie in the span, hours later or earlier; so that a
   * week of whoever lives behind UTC holds one, and two spans one after the other share none.
   */
  static Optional<TimeSpan> weeks(TimeSpan span, ZoneId zone) {
    var from = firstWholeDay(span, zone).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    var until =
        span.until()
            .atZone(zone)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return from.isBefore(until)
        ? Optional.of(
            new TimeSpan(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                until.atStartOfDay(ZoneOffset.UTC).toInstant()))
        : Optional.empty();
  }

  private Counting.@Nullable Needed needed(TimeSpan weeks, Set<WorkspaceId> workspaces) {
    var all = 0;
    for (var workspace : workspaces) {
      var shown = effects.toHelp(workspace, weeks);
      if (shown == null) {
        return null;
      }
      all += shown;
    }
    return new Counting.Needed(weeks, all);
  }

  private static Counting counting(
      Chronicle chronicle, Set<ChannelId> channels, Counting.Roll roll) {
    var talks =
        channels.stream().sorted().map(chronicle.channels()::get).filter(Objects::nonNull).toList();
    return new Counting(chronicle, talks, roll);
  }

  private Counting.Roll roll(List<PersonId> people) {
    return new Counting.Roll(chronicles.present(people), managers(people), working(people));
  }

  private boolean[] managers(List<PersonId> people) {
    var managers =
        roles.managers(directory).stream()
            .flatMap(manager -> directory.accounts(manager).stream())
            .collect(Collectors.toSet());
    var are = new boolean[people.size()];
    for (int i = 0; i < are.length; i++) {
      are[i] = managers.contains(people.get(i));
    }
    return are;
  }

  /** By the usual quiet hours: what somebody chose for themselves is their own. */
  private Counting.Working working(List<PersonId> people) {
    var zones = new HashMap<PersonId, ZoneId>();
    directory.people().forEach(person -> zones.put(person.id(), person.zone()));
    return (person, from, until) ->
        new WorkingTime(QuietHours.DEFAULT, zones.getOrDefault(people.get(person), ZoneOffset.UTC))
            .between(from, until);
  }

  /**
   * The whole weeks or months of a span by the reader's clock. One that is cut would be a day at
   * times, and a fall on each chart.
   */
  static List<TimeSpan> parts(TimeSpan span, ZoneId zone) {
    var next =
        span.length().compareTo(Duration.ofDays(7L * MOST_WEEKS)) <= 0
            ? TemporalAdjusters.next(DayOfWeek.MONDAY)
            : TemporalAdjusters.firstDayOfNextMonth();
    var parts = new ArrayList<TimeSpan>();
    var first = firstWholeDay(span, zone).minusDays(1).with(next);
    var from = first.atStartOfDay(zone);
    var until = first.with(next).atStartOfDay(zone);
    while (!until.toInstant().isAfter(span.until())) {
      parts.add(new TimeSpan(from.toInstant(), until.toInstant()));
      from = until;
      until = from.toLocalDate().with(next).atStartOfDay(zone);
    }
    return parts;
  }

  private static LocalDate firstWholeDay(TimeSpan span, ZoneId zone) {
    var start = span.from().atZone(zone);
    var day = start.toLocalDate();
    return day.atStartOfDay(zone).isBefore(start) ? day.plusDays(1) : day;
  }
}
