package ponte.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.command.Acquaintance.Role;
import ponte.consent.QuietHours;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.pairing.Candidate;
import ponte.pairing.Fit;
import ponte.pairing.FreeTime;
import ponte.pairing.Matching;

/** How well and how fast many people are brought together in twos. */
@Command(
    name = "pairing",
    mixinStandardHelpOptions = true,
    description = {
      "Brings made-up people of a company together for one round of introductions: of 40 teams in",
      "8 time zones, who read English, Italian or both, have met others in rounds before, know"
          + " what",
      "their team talks about and need what others know; some are new, buddies, mentors, learners.",
      "Beside it, two simpler ways: whoever comes first takes anybody, or the best of 200 drawn."
    })
final class PairingBench implements Callable<Integer> {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  private static final int TEAMS = 40;
  private static final int DRAWN = 200;
  private static final List<String> ZONES =
      List.of(
          "Europe/Rome",
          "Europe/Rome",
          "Europe/Rome",
          "Europe/London",
          "Europe/Helsinki",
          "America/New_York",
          "America/Chicago",
          "America/Sao_Paulo",
          "Asia/Kolkata",
          "Asia/Singapore");

  @Option(
      names = "--people",
      defaultValue = "5000",
      description = "How many people take part (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How many rounds, each with other people (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Draws the people (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    System.out.println(Machine.line());
    System.out.printf(Locale.ROOT, "%d people, seed %d%n", people, seed);
    System.out.println("                     seconds  matched  new matched  mean fit  heap MB");
    for (var round = 0; round < rounds; round++) {
      var crowd = crowd(new Random(seed + round));
      measure("optimal", crowd, () -> optimal(crowd));
      var chance = new Random(seed);
      measure("best of 200 drawn", crowd, () -> inTurn(crowd, DRAWN, chance));
      measure("anybody", crowd, () -> inTurn(crowd, 1, chance));
    }
    return 0;
  }

  /** Two who meet, and how well they fit. */
  private record Pair(List<Candidate> both, int weight) {}

  private interface Way {
    List<Pair> pairs();
  }

  private static void measure(String name, List<Candidate> crowd, Way way) {
    var start = System.nanoTime();
    var pairs = way.pairs();
    var seconds = (System.nanoTime() - start) / 1e9;
    var met = new HashSet<PersonId>();
    pairs.forEach(pair -> pair.both().forEach(each -> met.add(each.person())));
    System.out.printf(
        Locale.ROOT,
        "%-20s %7.2f  %6.2f%%  %10.2f%%  %8.1f  %7d%n",
        name,
        seconds,
        100 * share(crowd, met, 1),
        100 * share(crowd, met, 4),
        pairs.stream().mapToInt(Pair::weight).average().orElse(0),
        Machine.usedHeapMegabytes());
  }

  /** Which part of those met somebody for whom it matters so much. */
  private static double share(List<Candidate> crowd, Set<PersonId> met, int worth) {
    var those = crowd.stream().filter(each -> each.part().worth() >= worth).toList();
    return those.stream().filter(each -> met.contains(each.person())).count()
        / (double) Math.max(1, those.size());
  }

  private static List<Pair> optimal(List<Candidate> crowd) {
    return Matching.of(crowd, 1).teams().stream()
        .map(team -> new Pair(team.people(), team.weight()))
        .toList();
  }

  /** Each in turn takes the best of some who are left and whom they may meet. */
  private static List<Pair> inTurn(List<Candidate> crowd, int looks, Random chance) {
    var order = new ArrayList<>(IntStream.range(0, crowd.size()).boxed().toList());
    Collections.shuffle(order, chance);
    var taken = new boolean[crowd.size()];
    var pairs = new ArrayList<Pair>();
    for (var one : order) {
      var best = -1;
      var most = 0;
      for (int i = 0, found = 0; !taken[one] && i < 4 * DRAWN && found < looks; i++) {
        var other = chance.nextInt(crowd.size());
        var match =
            taken[other] || other == one
                ? Optional.<Fit.Match>empty()
                : Fit.of(crowd.get(one), crowd.get(other));
        if (match.isPresent()) {
          found++;
          if (match.get().weight() > most) {
            best = other;
            most = match.get().weight();
          }
        }
      }
      if (best >= 0) {
        taken[one] = true;
        taken[best] = true;
        pairs.add(new Pair(List.of(crowd.get(one), crowd.get(best)), most));
      }
    }
    return pairs;
  }

  private List<Candidate> crowd(Random chance) {
    var week = Instant.parse("2026-03-30T20:00:00Z");
    var free = new HashMap<String, FreeTime>();
    var crowd = new ArrayList<Candidate>();
    for (var i = 0; i < people; i++) {
      var team = chance.nextInt(TEAMS);
      var zone = ZONES.get(chance.nextInt(ZONES.size()));
      crowd.add(
          new Candidate(
              person(i),
              new Candidate.Reach(Set.of(person(i)), false),
              languages(chance),
              free.computeIfAbsent(
                  zone, each -> FreeTime.of(week, ZoneId.of(each), QuietHours.DEFAULT, List.of())),
              Set.of(Candidate.COMPANY),
              part(chance),
              new Candidate.Knowledge(
                  terms(8, () -> team, chance), terms(4, () -> chance.nextInt(TEAMS), chance)),
              ties(team, chance)));
    }
    return crowd;
  }

  private static PersonId person(int number) {
    return new PersonId(WORKSPACE, "p" + number);
  }

  private static Set<Language> languages(Random chance) {
    return switch (chance.nextInt(10)) {
      case 0, 1, 2 -> Set.of(Language.ENGLISH);
      case 3, 4 -> Set.of(Language.ITALIAN);
      default -> Set.of(Language.values());
    };
  }

  private static Candidate.Part part(Random chance) {
    var isNew = chance.nextInt(20) == 0;
    var roles = new HashSet<Role>();
    for (var role : Role.values()) {
      if (chance.nextInt(30) == 0) {
        roles.add(role);
      }
    }
    return new Candidate.Part(
        isNew,
        isNew ? 4 : 1,
        roles,
        chance.nextInt(20) == 0 ? List.of("topic " + chance.nextInt(TEAMS)) : List.of(),
        Set.of("topic " + chance.nextInt(TEAMS)),
        chance.nextInt(3));
  }

  private interface Choice {
    int team();
  }

  /** Some of the 60 terms of teams, the first of them more often than the last. */
  private static Map<String, Double> terms(int count, Choice choice, Random chance) {
    var terms = new HashMap<String, Double>();
    while (terms.size() < count) {
      var rank = (int) (60 * Math.pow(chance.nextDouble(), 2));
      terms.put("t" + choice.team() + "-" + rank, 1 / Math.sqrt(count));
    }
    return terms;
  }

  private Candidate.Ties ties(int team, Random chance) {
    var channels = new HashSet<ChannelId>();
    channels.add(new ChannelId(WORKSPACE, "team" + team));
    while (channels.size() < 4) {
      channels.add(new ChannelId(WORKSPACE, "C" + chance.nextInt(200)));
    }
    var barred = new HashSet<PersonId>();
    var near = new HashMap<PersonId, Double>();
    for (var i = 0; i < 12; i++) {
      barred.add(person(chance.nextInt(people)));
      near.put(person(chance.nextInt(people)), chance.nextDouble());
    }
    return new Candidate.Ties(channels, "title " + team, barred, near, chance.nextDouble());
  }
}
