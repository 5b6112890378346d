package ponte.nudge;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * What becomes of nudges, counted by workspace, week and kind: nobody is in the counts. Each thing
 * is counted once, however often it is told, since what was shown to whom is kept beside the counts
 * for some weeks, and changed together with them.
 *
 * <p>A kind that people do not welcome is slowed down by itself: after each week of which {@link
 * EffectRules#isUnhelpful} holds, looking back {@value EffectRules#WINDOW} weeks, half as many are
 * said, {@value EffectRules#SLOWEST} times at most; after each other week it recovers by one step.
 */
public final class Effects {

  /** How long counts are kept. */
  static final int WEEKS = 26;

  /** What comes later than this after a nudge does not count. */
  private static final Duration MEMORY = Duration.ofDays(28);

  private static final String COUNT = "count ";
  private static final int PAGE = 500;

  private final Records records;
  private final EffectRules rules;
  private final Clock clock;
  private final Map<WorkspaceId, Pace> paces = new ConcurrentHashMap<>();

  public Effects(Records records, EffectRules rules, Clock clock) {
    this.records = records;
    this.rules = rules;
    this.clock = clock;
  }

  /** What may come of a nudge. */
  public enum Said {
    /** Whoever got it agreed. */
    ACCEPTED,
    /** Whoever got it declined, in whatever way. */
    PASSED,
    /** It led to an answer; an introduction: to a meeting. */
    ANSWERED,
    /** It was said to have helped. */
    HELPED,
    /** It was said not to have helped. */
    NOT_HELPED
  }

  /** A nudge that was shown, until nothing more of it counts. */
  public record Shown(Kind kind, Instant at, Set<Said> said) {
    public Shown {
      said = Set.copyOf(said);
    }
  }

  /** How often the number of each kind is halved, as it was found on a day. */
  private record Pace(LocalDate day, Map<Kind, Integer> halved) {}

  /** A nudge passed the gate. */
  void shown(Nudge nudge) {
    var now = clock.instant();
    var key = key(nudge.to(), nudge.key());
    while (records.find(key).isEmpty()) {
      var counted = counted(nudge.to().workspace(), nudge.kind(), now, Count::withShown);
      var shown =
          new Write(
              key, Codec.write(new Shown(nudge.kind(), now, Set.of())), 0L, null, now.plus(MEMORY));
      if (records.writeAll(List.of(shown, counted))) {
        return;
      }
    }
  }

  /**
   * Something came of a nudge; again, or of one that was not shown, it counts nothing.
   *
   * @param person who got the nudge
   * @param key of the nudge, or what it begins with: of several the one that was shown last
   */
  public void said(PersonId person, String key, Said said) {
    said(person, key, said, null);
  }

  /**
   * A nudge led to an answer, which counts once, like all that comes of it; what was said before it
   * was shown is none of its answers.
   *
   * @param person who got the nudge
   * @param key of the nudge, or what it begins with: of several the one that was shown last
   * @param at when the answer was given
   */
  public void answered(PersonId person, String key, Instant at) {
    said(person, key, Said.ANSWERED, at);
  }

  private void said(PersonId person, String key, Said said, @Nullable Instant at) {
    while (true) {
      var found = last(person, key);
      if (found == null) {
        return;
      }
      var shown = Codec.read(found.content(), Shown.class);
      if (shown.said().contains(said) || (at != null && at.isBefore(shown.at()))) {
        return;
      }
      var more = EnumSet.of(said);
      more.addAll(shown.said());
      var counted =
          counted(
              person.workspace(),
              shown.kind(),
              shown.at(),
              count ->
                  at == null
                      ? count.with(said)
                      : count.with(said).within(Duration.between(shown.at(), at)));
      var changed =
          new Write(
              found.key(),
              Codec.write(new Shown(shown.kind(), shown.at(), more)),
              found.version(),
              null,
              shown.at().plus(MEMORY));
      if (records.writeAll(List.of(changed, counted))) {
        return;
      }
    }
  }

  /**
   * Whether somebody was told something, as long as that counts.
   *
   * @param key of the nudge, or what it begins with
   */
  public boolean isShown(PersonId person, String key) {
    return last(person, key) != null;
  }

  private @Nullable Document last(PersonId person, String key) {
    var from = key(person, key);
    var exact = records.find(from);
    if (exact.isPresent()) {
      return exact.get();
    }
    return records.list(from.partition(), from.id(), PAGE).stream()
        .takeWhile(each -> each.key().id().startsWith(from.id()))
        .max(Comparator.comparing(each -> Codec.read(each.content(), Shown.class).at()))
        .orElse(null);
  }

  private Write counted(
      WorkspaceId workspace, Kind kind, Instant shown, UnaryOperator<Count> change) {
    var week = week(shown);
    var key = partition(workspace).key(COUNT + week + " " + kind);
    var old = records.find(key);
    var count =
        old.map(Document::content).map(each -> Codec.read(each, Count.class)).orElse(Count.NONE);
    return new Write(
        key,
        Codec.write(change.apply(count)),
        old.map(Document::version).orElse(0L),
        null,
        week.plusWeeks(WEEKS + 1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The Monday of a week, by the clock of the world: no person's. */
  private static LocalDate week(Instant moment) {
    return moment
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** What became of each kind in each week that is kept, by the Monday of the week. */
  Map<Kind, TreeMap<LocalDate, Count>> weeks(WorkspaceId workspace) {
    var weeks = new EnumMap<Kind, TreeMap<LocalDate, Count>>(Kind.class);
    for (var document : records.list(partition(workspace), COUNT, PAGE)) {
      if (!document.key().id().startsWith(COUNT)) {
        break;
      }
      var parts = document.key().id().split(" ");
      weeks
          .computeIfAbsent(Kind.valueOf(parts[2]), _ -> new TreeMap<>())
          .put(LocalDate.parse(parts[1]), Codec.read(document.content(), Count.class));
    }
    return weeks;
  }

  /**
   * How many nudges a workspace needed so that questions were answered, in the weeks that begin in
   * a span: offers to ask colleagues, and invitations to a question. Only of whole weeks is it what
   * was needed in the span: each is counted by its week, from Monday to Monday in UTC.
   *
   * @return null where it is no longer kept
   */
  public @Nullable Integer toHelp(WorkspaceId workspace, TimeSpan span) {
    var first = span.from().atZone(ZoneOffset.UTC).toLocalDate();
    if (first.isBefore(thisWeek().minusWeeks(WEEKS))) {
      return null;
    }
    var weeks = weeks(workspace);
    return Stream.of(Kind.HELP, Kind.INVITATION)
        .map(kind -> weeks.getOrDefault(kind, new TreeMap<>()))
        .flatMap(counts -> counts.entrySet().stream())
        .filter(each -> span.contains(each.getKey().atStartOfDay(ZoneOffset.UTC).toInstant()))
        .mapToInt(each -> each.getValue().shown())
        .sum();
  }

  /** What became of a kind in the weeks that begin from one day on. */
  static Count since(LocalDate first, TreeMap<LocalDate, Count> weeks) {
    return weeks.tailMap(first, true).values().stream().reduce(Count.NONE, Count::plus);
  }

  /** The Monday of this week. */
  LocalDate thisWeek() {
    return week(clock.instant());
  }

  /**
   * How often the number of a kind is halved in a workspace now, 0 to {@value EffectRules#SLOWEST}.
   */
  int halved(WorkspaceId workspace, Kind kind) {
    var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return paces
        .compute(
            workspace,
            (_, old) ->
                old != null && old.day().equals(today) ? old : new Pace(today, paceOf(workspace)))
        .halved()
        .getOrDefault(kind, 0);
  }

  private Map<Kind, Integer> paceOf(WorkspaceId workspace) {
    var halved = new EnumMap<Kind, Integer>(Kind.class);
    weeks(workspace).forEach((kind, weeks) -> halved.put(kind, halved(kind, weeks)));
    return halved;
  }

  private int halved(Kind kind, TreeMap<LocalDate, Count> weeks) {
    var halved = 0;
    var now = thisWeek();
    for (var week = weeks.firstKey(); week.isBefore(now); week = week.plusWeeks(1)) {
      var lately =
          weeks.subMap(week.minusWeeks(EffectRules.WINDOW - 1L), true, week, true).values().stream()
              .reduce(Count.NONE, Count::plus);
      halved =
          rules.isUnhelpful(lately.welcomed(kind), lately.shown())
              ? Math.min(EffectRules.SLOWEST, halved + 1)
              : Math.max(0, halved - 1);
    }
    return halved;
  }

  /** What is kept of what an account was shown, in the order of the keys of the nudges. */
  public List<Shown> of(PersonId person) {
    return records.list(partition(person.workspace()), prefix(person), PAGE).stream()
        .takeWhile(each -> each.key().id().startsWith(prefix(person)))
        .map(each -> Codec.read(each.content(), Shown.class))
        .toList();
  }

  /** Forgets what a person was shown; the counts, in which nobody is, stay. */
  void forget(PersonId person) {
    while (true) {
      var shown =
          records.list(partition(person.workspace()), prefix(person), PAGE).stream()
              .filter(each -> each.key().id().startsWith(prefix(person)))
              .toList();
      if (shown.isEmpty()) {
        return;
      }
      shown.forEach(each -> records.remove(each.key(), each.version()));
    }
  }

  /** Forgets a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
    paces.remove(workspace);
  }

  private static String prefix(PersonId person) {
    return "shown " + person.value() + " ";
  }

  private static Key key(PersonId person, String key) {
    return partition(person.workspace()).key(prefix(person) + key);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("nudge-effects", workspace.value());
  }
}
