package ponte.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.command.Acquaintance.Role;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

class MatchingTest {

  @Test
  void bringsTogetherWhoNeedsWithWhoKnows() {
    var matched =
        match(
            Crowd.of("ada", Crowd.knowing("kafka", "taxes"), Crowd.part(1), Set.of()),
            Crowd.of("bob", Crowd.knowing("kafka", "baking"), Crowd.part(1), Set.of()),
            Crowd.of("kim", Crowd.knowing("taxes", "kafka"), Crowd.part(1), Set.of()),
            Crowd.of("eve", Crowd.knowing("baking", ""), Crowd.part(1), Set.of()));

    assertThat(names(matched))
        .containsExactlyInAnyOrder(Set.of("ada", "kim"), Set.of("bob", "eve"));
  }

  @Test
  void givesUpTheBestPairWhereMorePeopleMeetWithoutIt() {
    var two = Crowd.knowing("kafka", "kafka");
    var none = Candidate.Knowledge.NONE;
    var matched =
        match(
            Crowd.speaking(
                Crowd.of("ada", two, Crowd.part(1), Set.of()),
                Set.of(Language.ENGLISH, Language.ITALIAN)),
            Crowd.speaking(
                Crowd.of("bob", two, Crowd.part(1), Set.of()),
                Set.of(Language.ENGLISH, Language.ITALIAN)),
            Crowd.speaking(
                Crowd.of("kim", none, Crowd.part(1), Set.of(Crowd.id("bob"))),
                Set.of(Language.ENGLISH)),
            Crowd.speaking(
                Crowd.of("eve", none, Crowd.part(1), Set.of(Crowd.id("ada"))),
                Set.of(Language.ITALIAN)));

    assertThat(names(matched))
        .containsExactlyInAnyOrder(Set.of("ada", "kim"), Set.of("bob", "eve"));
  }

  @Test
  void makesThreeOfTwoAndTheOddOne() {
    var matched = match(Crowd.somebody("ada"), Crowd.somebody("bob"), Crowd.somebody("kim"));

    assertThat(names(matched)).containsExactly(Set.of("ada", "bob", "kim"));
    assertThat(matched.left()).isEmpty();
  }

  @Test
  void leavesTheOddOneWhoMayNotMeetBothOfThem() {
    var matched =
        match(
            Crowd.somebody("ada"),
            Crowd.somebody("bob"),
            Crowd.of("kim", Candidate.Knowledge.NONE, Crowd.part(1), Set.of(Crowd.id("ada"))));

    assertThat(matched.teams())
        .singleElement()
        .satisfies(two -> assertThat(two.people()).hasSize(2));
    assertThat(matched.left()).hasSize(1);
  }

  @Test
  void matchesWhoIsNewEvenWhereSomebodyElseIsLeft() {
    var matched =
        match(
            Crowd.of("ada", Candidate.Knowledge.NONE, Crowd.part(1), Set.of()),
            Crowd.of(
                "bob",
                Crowd.knowing("kafka", "kafka"),
                Crowd.part(1),
                Set.of(Crowd.id("kim"), Crowd.id("eve"))),
            Crowd.of("kim", Candidate.Knowledge.NONE, Crowd.part(4), Set.of(Crowd.id("eve"))),
            Crowd.of("eve", Crowd.knowing("kafka", "kafka"), Crowd.part(1), Set.of()));

    assertThat(names(matched)).contains(Set.of("ada", "kim"));
  }

  @Test
  void givesWhoIsNewABuddyOfTheirLanguageAndWhoLearnsTheMentorWithLessToDo() {
    var newcomer = new Candidate.Part(true, 4, Set.of(), List.of(), Set.of(), 0);
    var buddy = new Candidate.Part(false, 0, Set.of(Role.BUDDY), List.of(), Set.of(), 0);
    var learner = new Candidate.Part(false, 1, Set.of(), List.of("Kafka"), Set.of(), 0);
    var busy = new Candidate.Part(false, 0, Set.of(Role.MENTOR), List.of(), Set.of("Kafka"), 2);
    var mentor = new Candidate.Part(false, 0, Set.of(Role.MENTOR), List.of(), Set.of("Kafka"), 0);
    var none = Candidate.Knowledge.NONE;
    var matched =
        match(
            Crowd.of("new", none, newcomer, Set.of()),
            Crowd.speaking(Crowd.of("foreign", none, buddy, Set.of()), Set.of(Language.ITALIAN)),
            Crowd.of("buddy", none, buddy, Set.of()),
            Crowd.of("learner", none, learner, Set.of()),
            Crowd.of("busy", none, busy, Set.of()),
            Crowd.of("mentor", none, mentor, Set.of()));

    assertThat(matched.teams())
        .extracting(Matching.Team::kind)
        .containsExactlyInAnyOrder(new Round.Kind.Buddy(), new Round.Kind.Mentoring("Kafka"));
    assertThat(matched.teams())
        .extracting(team -> team.people().stream().map(each -> each.person().value()).toList())
        .containsExactlyInAnyOrder(List.of("new", "buddy"), List.of("learner", "mentor"));
  }

  @Test
  void bringsNobodyTogetherWithoutACommonHour() {
    var matched =
        match(
            Crowd.living(Crowd.somebody("ada"), "Europe/Rome"),
            Crowd.living(Crowd.somebody("bob"), "Pacific/Auckland"));

    assertThat(matched.teams()).isEmpty();
    assertThat(matched.left()).hasSize(2);
  }

  @Test
  void breaksNoRuleWhoeverTakesPart() {
    var sizes = IntStream.concat(IntStream.range(2, 40), IntStream.of(Nearby.FEW + 50)).toArray();
    for (var size : sizes) {
      var people = Crowd.anybody(size, new SplittableRandom(size));

      var matched = Matching.of(people, size);

      var met = new HashSet<PersonId>();
      for (var team : matched.teams()) {
        assertThat(team.people()).hasSizeBetween(2, 3);
        assertThat(team.people()).allMatch(each -> met.add(each.person()));
        assertThat(team.people())
            .allMatch(
                one ->
                    team.people().stream().allMatch(other -> one == other || mayMeet(one, other)));
      }
      assertThat(
              people.stream()
                  .filter(each -> each.part().worth() > 0)
                  .filter(each -> !met.contains(each.person())))
          .containsExactlyElementsOf(matched.left());
    }
  }

  /** The rules once more, in other words than those that are tested. */
  private static boolean mayMeet(Candidate one, Candidate other) {
    return !one.ties().barred().contains(other.person())
        && (one.languages().isEmpty()
            || other.languages().isEmpty()
            || one.languages().stream().anyMatch(other.languages()::contains))
        && !one.free().with(other.free()).hours().isEmpty();
  }

  @Test
  void isAsGoodAsTheBestOfAllWaysForFew() {
    for (var seed = 0; seed < 60; seed++) {
      var people = Crowd.anybody(4 + seed % 5, new SplittableRandom(seed));

      var matched = Matching.of(people, seed);

      assertThat(value(matched, people.size())).as("seed " + seed).isEqualTo(best(people, 0));
    }
  }

  /** What the matching is worth without those who joined two. */
  private static long value(Matching.Matched matched, int people) {
    return matched.teams().stream()
        .mapToLong(
            team ->
                (long) Fit.MOST
                        * (people + 1)
                        * team.people().stream()
                            .limit(2)
                            .mapToInt(each -> each.part().worth())
                            .sum()
                    + team.weight())
        .sum();
  }

  /** The best of all ways to match those from a place on, by trying all of them. */
  private static long best(List<Candidate> people, int used) {
    var first =
        IntStream.range(0, people.size()).filter(each -> (used & 1 << each) == 0).findFirst();
    if (first.isEmpty()) {
      return 0;
    }
    var one = first.getAsInt();
    var most = best(people, used | 1 << one);
    for (var other = one + 1; other < people.size(); other++) {
      if ((used & 1 << other) == 0) {
        var match = Fit.of(people.get(one), people.get(other));
        var worth = people.get(one).part().worth() + people.get(other).part().worth();
        if (match.isPresent() && worth > 0) {
          most =
              Math.max(
                  most,
                  (long) Fit.MOST * (people.size() + 1) * worth
                      + match.get().weight()
                      + best(people, used | 1 << one | 1 << other));
        }
      }
    }
    return most;
  }

  private static Matching.Matched match(Candidate... people) {
    return Matching.of(List.of(people), 1);
  }

  private static List<Set<String>> names(Matching.Matched matched) {
    return matched.teams().stream()
        .map(
            team ->
                team.people().stream()
                    .map(each -> each.person().value())
                    .collect(Collectors.toSet()))
        .toList();
  }
}
