package ponte.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import ponte.community.Link;
import ponte.community.Network;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * A made-up company: teams of very different sizes, in which few are turned to by many; most of the
 * talk is within a team.
 */
final class MadeUpCommunity {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  private static final double WITHIN = 0.85;
  private static final double PER_TEAM = 80;

  private final Random random;
  private final int people;

  MadeUpCommunity(int people, long seed) {
    this.people = people;
    random = new Random(seed);
  }

  /** The team of each person, by their number. */
  int[] teams() {
    var teams = Math.max(2, (int) (people / PER_TEAM));
    var ends = new double[teams];
    var sum = 0.0;
    for (var team = 0; team < teams; team++) {
      sum += 1 / Math.sqrt(team + 1);
      ends[team] = sum;
    }
    var of = new int[people];
    for (int person = 0, team = 0; person < people; person++) {
      while (team < teams - 1 && person >= people * ends[team] / sum) {
        team++;
      }
      of[person] = team;
    }
    return of;
  }

  /** So many links, no two from one to the same. */
  Network network(int links) {
    var teams = teams();
    var count = Arrays.stream(teams).max().orElse(0) + 1;
    var first = new int[count];
    var size = new int[count];
    for (var person = people - 1; person >= 0; person--) {
      first[teams[person]] = person;
      size[teams[person]]++;
    }
    var weights = new HashMap<Long, Integer>();
    while (weights.size() < links) {
      var from = random.nextInt(people);
      var team = teams[from];
      var to = random.nextDouble() < WITHIN ? first[team] + drawn(size[team]) : drawn(people);
      if (from != to) {
        weights.merge((long) from * people + to, 1, Integer::sum);
      }
    }
    var made = new ArrayList<Link>(weights.size());
    weights.forEach(
        (each, weight) ->
            made.add(
                new Link(
                    person((int) (each / people)), person((int) (each % people)), weight, 0, 0)));
    return new Network(Set.of(), Map.of(), made);
  }

  /** One of so many, the first ones much more often. */
  private int drawn(int of) {
    return Math.min(of - 1, (int) (of * Math.pow(random.nextDouble(), 2)));
  }

  private static PersonId person(int number) {
    return new PersonId(WORKSPACE, "U%05d".formatted(number));
  }
}
