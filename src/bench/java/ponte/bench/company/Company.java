package ponte.bench.company;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ponte.bench.company.Chance.About;
import ponte.consent.QuietHours;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.WorkingTime;

/**
 * The people of a company, what they know, and what they ask: drawn by lot, the same for the same
 * seed.
 *
 * @param channels those in which questions about a field are asked, in order of the fields
 * @param members the numbers of those who are in them
 * @param past what was asked before the simulation
 * @param asked what is asked in it
 */
record Company(
    Chance chance,
    List<Colleague> people,
    List<ChannelId> channels,
    List<Set<Integer>> members,
    List<Asked> past,
    List<Asked> asked) {

  /** A Monday; both changes to summer time come after it. */
  static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  private static final List<WorkspaceId> WORKSPACES =
      List.of(new WorkspaceId("T0NORTH"), new WorkspaceId("T0SOUTH"));

  /** People of a field, where there are enough of them. */
  private static final int FIELD = 200;

  private static final Duration WORKDAY = Duration.ofMinutes(8 * 60 + 30);

  /** Who is at work when something is asked is so many times as likely to answer it. */
  private static final double AT_WORK = 5;

  /**
   * Draws a company.
   *
   * @param weeks so long it is watched; so long it was there before
   */
  static Company of(int size, int weeks, Assumptions people, long seed) {
    var chance = new Chance(seed);
    var fields = Math.clamp(size / FIELD, 3, Words.fields());
    var colleagues =
        IntStream.range(0, size).mapToObj(number -> colleague(number, fields, chance)).toList();
    var channels =
        IntStream.range(0, fields)
            .mapToObj(field -> new ChannelId(workspace(field), "C" + field))
            .toList();
    var members =
        IntStream.range(0, fields).mapToObj(field -> members(field, colleagues, chance)).toList();
    var company = new Company(chance, colleagues, channels, members, List.of(), List.of());
    var questions = company.questions(weeks, people);
    var start = start();
    return new Company(
        chance,
        colleagues,
        channels,
        members,
        questions.stream().filter(each -> each.at().isBefore(start)).toList(),
        questions.stream().filter(each -> !each.at().isBefore(start)).toList());
  }

  static Instant start() {
    return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** One field in five lives in the other workspace. */
  private static WorkspaceId workspace(int field) {
    return WORKSPACES.get(field % 5 == 2 ? 1 : 0);
  }

  private static Colleague colleague(int number, int fields, Chance chances) {
    var chance = chances.of(About.COLLEAGUE, number);
    var field = chance.nextInt(fields);
    var home = workspace(field);
    var accounts = new ArrayList<PersonId>();
    accounts.add(new PersonId(home, "U" + number));
    if (chance.nextDouble() < Assumptions.TWO_ACCOUNTS) {
      var other = WORKSPACES.get(1 - WORKSPACES.indexOf(home));
      accounts.add(new PersonId(other, "V" + number));
    }
    var knows = new HashMap<Integer, Double>();
    do {
      knows.put(subject(field, chance), chance.nextDouble() < 0.3 ? 0.95 : 0.5);
    } while (chance.nextDouble() < 0.65);
    if (chance.nextDouble() < 0.3) {
      knows.putIfAbsent(subject(chance.nextInt(fields), chance), 0.5);
    }
    return new Colleague(
        number,
        Site.at(chance.nextDouble()),
        field,
        accounts,
        knows,
        Math.exp(1.2 * chance.nextGaussian()));
  }

  /** The first things of a field are asked and known more often than its last. */
  private static int subject(int field, RandomGenerator chance) {
    return field * Words.THINGS + (int) (Words.THINGS * Math.pow(chance.nextDouble(), 1.5));
  }

  private static Set<Integer> members(int field, List<Colleague> people, Chance chances) {
    var members = new LinkedHashSet<Integer>();
    for (var each : people) {
      var drawn = chances.of(About.MEMBER, field, each.number()).nextDouble() < 0.03;
      var concerned =
          each.field() == field
              || each.knows().keySet().stream().anyMatch(about -> about / Words.THINGS == field);
      if ((drawn || concerned) && each.account(workspace(field)).isPresent()) {
        members.add(each.number());
      }
    }
    return Collections.unmodifiableSet(members);
  }

  private List<Asked> questions(int weeks, Assumptions people) {
    var knowing = new HashMap<Integer, List<Colleague>>();
    for (var each : people()) {
      each.knows()
          .keySet()
          .forEach(about -> knowing.computeIfAbsent(about, _ -> new ArrayList<>()).add(each));
    }
    var drawn = new ArrayList<Asked>();
    for (var week = -weeks; week < weeks; week++) {
      for (var number = 0; number < people().size(); number++) {
        var chance = chance().of(About.QUESTION, week, number);
        if (chance.nextDouble() < people.asks()) {
          question(people().get(number), FIRST.plusWeeks(week), knowing, people, chance)
              .ifPresent(drawn::add);
        }
      }
    }
    drawn.sort(Comparator.comparing(Asked::at).thenComparing(Asked::asker));
    return IntStream.range(0, drawn.size()).mapToObj(i -> drawn.get(i).numbered(i)).toList();
  }

  private Optional<Asked> question(
      Colleague asker,
      LocalDate monday,
      Map<Integer, List<Colleague>> knowing,
      Assumptions people,
      RandomGenerator chance) {
    var subject = wondered(asker, chance);
    var field = subject / Words.THINGS;
    var channel = channels.get(field);
    var day = monday.plusDays(chance.nextInt(DayOfWeek.FRIDAY.getValue()));
    var at =
        day.atTime(9, 0)
            .plusSeconds(chance.nextInt((int) WORKDAY.toSeconds()))
            .atZone(asker.site().zone())
            .toInstant();
    var text = Words.question(subject, chance);
    var answer = answer(asker, subject, field, at, knowing, people, chance);
    return asker.level(subject) > 0
            || asker.account(channel.workspace()).isEmpty()
            || !asker.site().works(at)
        ? Optional.empty()
        : Optional.of(new Asked(0, asker.number(), subject, channel, at, text, answer));
  }

  /** What somebody has a question about: three times in four something of their own field. */
  int wondered(Colleague who, RandomGenerator chance) {
    var field = chance.nextDouble() < 0.75 ? who.field() : chance.nextInt(channels.size());
    return subject(field, chance);
  }

  private Asked.@Nullable Answer answer(
      Colleague asker,
      int subject,
      int field,
      Instant at,
      Map<Integer, List<Colleague>> knowing,
      Assumptions people,
      RandomGenerator chance) {
    var never = chance.nextDouble() < people.never();
    var pick = chance.nextDouble();
    var wait = people.patience() * Math.exp(people.spread() * chance.nextGaussian());
    if (never) {
      return null;
    }
    var present =
        knowing.getOrDefault(subject, List.of()).stream()
            .filter(each -> each != asker && members.get(field).contains(each.number()))
            .toList();
    var weights =
        present.stream()
            .mapToDouble(
                each ->
                    each.presence() * each.level(subject) * (each.site().works(at) ? AT_WORK : 1))
            .toArray();
    var left = pick * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    for (var i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        var time = new WorkingTime(QuietHours.DEFAULT, present.get(i).site().zone());
        var delay = Duration.ofSeconds(Math.max(30, Math.round(wait * 3600)));
        return new Asked.Answer(present.get(i).number(), time.after(at, delay));
      }
    }
    return null;
  }

  /** The numbers of people by each of their accounts. */
  Map<PersonId, Integer> byAccount() {
    var numbers = new HashMap<PersonId, Integer>();
    for (var each : people) {
      each.accounts().forEach(account -> numbers.put(account, each.number()));
    }
    return numbers;
  }

  /** Whether somebody has an account where a channel is. */
  Optional<PersonId> account(int number, ChannelId channel) {
    return people.get(number).account(channel.workspace());
  }
}
