package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ponte.conversation.Away;
import ponte.nudge.Kind;
import ponte.reply.Reply;

/**
 * Watches what people are shown whether anything breaks what they were promised. It knows nothing
 * of Ponte's gate: it keeps its own books of who was told what and who wants what, by person, not
 * by account, and its own calendar.
 */
final class Watch {

  /** What is promised of messages that nobody asked for. */
  enum Promise {
    ONE_A_DAY,
    THREE_A_WEEK,
    NOT_BY_NIGHT,
    NOT_AT_WEEKENDS,
    NOT_ON_HOLIDAYS,
    NOT_AFTER_OPTING_OUT,
    NOT_OF_A_KIND_THEY_STOPPED,
    NOT_IN_A_PAUSE,
    NOT_WHILE_AWAY,
    /** No invitation without the asker's, no letter without a wish that still holds. */
    NOT_WITHOUT_CONSENT,
    /** Nothing about a question whose asker wants nothing done about it. */
    NOT_AFTER_A_REFUSAL,
    /** Nobody is told the same again. */
    NOT_TWICE,
    /** Nobody reads of anybody who opted out, but of who wishes something of them. */
    NOBODY_OUT_IS_NAMED,
    /** Who seeks a colleague is answered, and hears that the colleague was written to. */
    WHO_SEEKS_IS_TOLD
  }

  private static final Duration WEEK = Duration.ofDays(7);

  /** What somebody set up once, and does not count among what they get unasked. */
  private static final Set<Kind> THEIRS =
      EnumSet.of(Kind.NEWS, Kind.DIGEST, Kind.PREVIEW, Kind.NOTICE);

  /** Both end with the wish to be asked nothing. */
  private static final Set<Kind> ASKED = EnumSet.of(Kind.INVITATION, Kind.SOUGHT);

  private final List<Colleague> people;
  private final Consents consents = new Consents();
  private final Map<Integer, List<Instant>> told = new HashMap<>();
  private final Map<Integer, Set<String>> keys = new HashMap<>();
  private final Set<Integer> out = new HashSet<>();
  private final Map<Integer, Set<Kind>> stopped = new HashMap<>();
  private final Map<Integer, LocalDate> paused = new HashMap<>();
  private final Map<Integer, List<Away>> away = new HashMap<>();
  private final Map<Promise, List<String>> broken = new EnumMap<>(Promise.class);
  private int mostADay;
  private int mostAWeek;

  Watch(List<Colleague> people) {
    this.people = people;
  }

  /** What people agreed to, to be told as they do. */
  Consents consents() {
    return consents;
  }

  void out(int who) {
    out.add(who);
    consents.withdraws(who);
  }

  boolean isOut(int who) {
    return out.contains(who);
  }

  void stops(int who, Kind kind) {
    stopped
        .computeIfAbsent(who, _ -> EnumSet.noneOf(Kind.class))
        .addAll(ASKED.contains(kind) ? ASKED : EnumSet.of(kind));
  }

  /** Until the first day on which they may be written to again. */
  void pauses(int who, LocalDate until) {
    paused.merge(who, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  void away(int who, Away absence) {
    away.computeIfAbsent(who, _ -> new ArrayList<>()).add(absence);
  }

  void shown(Shown shown) {
    var who = shown.to();
    var at = shown.at();
    var site = people.get(who).site();
    note(Promise.NOT_BY_NIGHT, site.isNight(at), shown);
    note(Promise.NOT_AT_WEEKENDS, site.isWeekend(at), shown);
    note(Promise.NOT_ON_HOLIDAYS, site.isHoliday(at), shown);
    note(
        Promise.NOT_IN_A_PAUSE,
        paused.containsKey(who) && site.day(at).isBefore(paused.getOrDefault(who, site.day(at))),
        shown);
    note(
        Promise.NOT_AFTER_OPTING_OUT,
        out.contains(who) && (shown.kind() != Kind.NOTICE || shown.sought() == null),
        shown);
    note(
        Promise.NOT_TWICE,
        !keys.computeIfAbsent(who, _ -> new HashSet<>()).add(shown.key()),
        shown);
    consents.brokenBy(shown).forEach(promise -> note(promise, true, shown));
    if (isUnasked(shown.kind())) {
      unasked(shown);
    }
  }

  /** Whether nobody ever asked for messages of a kind. */
  static boolean isUnasked(Kind kind) {
    return !THEIRS.contains(kind);
  }

  private void unasked(Shown shown) {
    var who = shown.to();
    var at = shown.at();
    var site = people.get(who).site();
    var today = site.day(at);
    var before = told.computeIfAbsent(who, _ -> new ArrayList<>());
    before.add(at);
    var onDay = (int) before.stream().filter(each -> site.day(each).equals(today)).count();
    var inWeek = (int) before.stream().filter(each -> each.plus(WEEK).isAfter(at)).count();
    mostADay = Math.max(mostADay, onDay);
    mostAWeek = Math.max(mostAWeek, inWeek);
    note(Promise.ONE_A_DAY, onDay > 1, shown);
    note(Promise.THREE_A_WEEK, inWeek > 3, shown);
    note(
        Promise.NOT_OF_A_KIND_THEY_STOPPED,
        isStoppable(shown) && stopped.getOrDefault(who, Set.of()).contains(shown.kind()),
        shown);
    note(
        Promise.NOT_WHILE_AWAY,
        away.getOrDefault(who, List.of()).stream().anyMatch(each -> each.contains(at)),
        shown);
  }

  /** Whether a colleague helped is asked of whoever sought them, and ends with all or nothing. */
  static boolean isStoppable(Shown shown) {
    return shown.kind() != Kind.HELPED || shown.sought() == null;
  }

  /**
   * Something can be read by people.
   *
   * @param readers none: by all who are in a channel
   * @param wished who is named even so: by whose wish it is said, or whose name was typed
   */
  void read(String key, Reply reply, Set<Integer> readers, Set<Integer> wished) {
    for (var named : Named.in(reply)) {
      if (out.contains(named) && !readers.contains(named) && !wished.contains(named)) {
        broken(Promise.NOBODY_OUT_IS_NAMED, key + " names " + named + " to " + readers);
      }
    }
  }

  /** Nothing more is said. */
  void ends(Instant now) {
    consents.untold(now).stream()
        .filter(each -> !paused.containsKey(each.who()))
        .forEach(each -> broken(Promise.WHO_SEEKS_IS_TOLD, each.toString()));
  }

  private void note(Promise promise, boolean isBroken, Shown shown) {
    if (isBroken) {
      broken(
          promise,
          shown.key()
              + " to "
              + shown.account()
              + " at "
              + shown.at().atZone(people.get(shown.to()).site().zone()));
    }
  }

  private void broken(Promise promise, String how) {
    broken.computeIfAbsent(promise, _ -> new ArrayList<>()).add(how);
  }

  /** What was promised and not kept, with what broke it. */
  Map<Promise, List<String>> broken() {
    return broken;
  }

  /** The most messages that anybody got on one day of theirs. */
  int mostADay() {
    return mostADay;
  }

  /** The most that anybody got in seven days. */
  int mostAWeek() {
    return mostAWeek;
  }

  /** How many messages each one got, of all people, fewest first. */
  List<Integer> messages() {
    return people.stream()
        .map(each -> told.getOrDefault(each.number(), List.of()).size())
        .sorted()
        .toList();
  }

  /** How many a person got in the seven days before. */
  long lately(int who, Instant now) {
    return told.getOrDefault(who, List.of()).stream()
        .filter(each -> each.plus(WEEK).isAfter(now) && each.isBefore(now))
        .count();
  }

  @Override
  public String toString() {
    return new TreeMap<>(broken)
        .entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().size() + " times")
            .collect(Collectors.joining(", "));
  }
}
