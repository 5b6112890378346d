package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.Found;
import ponte.conversation.PersonId;

class TallyTest {

  private static final ExpertRules.Votes RULES = ExpertRules.Votes.DEFAULT;
  private static final Instant NOW = Chat.minute(1_000_000);
  private static final int SHORT = 2;
  private static final int LONG = 12;

  @Test
  void givesNoVotesForNoConversations() {
    assertThat(Tally.of(List.of(), SHORT, null, RULES, UnaryOperator.identity())).isEmpty();
  }

  @Test
  void countsAnAnswerFullyAndAnOpeningLess() {
    var found = List.of(found(1, 10, part("ada", 0, 0), part("bob", 0, 0)));

    assertThat(score("bob", found, SHORT)).isEqualTo(1, within(1e-9));
    assertThat(score("ada", found, SHORT)).isEqualTo(0.3, within(1e-9));
  }

  @Test
  void countsAThankedAnswerMore() {
    var found = List.of(found(1, 10, part("ada", 0, 0), part("bob", 0, 0), part("eve", 0, 2)));

    assertThat(score("eve", found, SHORT)).isGreaterThan(score("bob", found, SHORT));
  }

  @Test
  void halvesAVoteWithEveryHalfLife() {
    var found =
        List.of(
            found(1, 10, part("ada", 0, 0), part("bob", 0, 0)),
            found(2, 10, part("ada", 180, 0), part("eve", 180, 0)));

    assertThat(score("eve", found, SHORT)).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void countsConversationsOfOtherChannelsLessWhereItIsAskedInAChannel() {
    var found =
        List.of(
            found(1, 10, part("ada", 0, 0), part("bob", 0, 0)),
            new Found(
                Chat.in("ops").id(2), 10, 1, true, List.of(part("ada", 0, 0), part("eve", 0, 0))));
    var ops = Chat.in("ops").channel();

    assertThat(Tally.of(found, SHORT, ops, RULES, UnaryOperator.identity()))
        .filteredOn(tally -> tally.votes().getFirst().answered())
        .extracting(tally -> tally.person().value(), Tally::score)
        .containsExactly(tuple("eve", 1.0), tuple("bob", 0.4));
    assertThat(score("bob", found, SHORT)).isEqualTo(1, within(1e-9));
  }

  @Test
  void squaresRelevanceOnlyWhereTheTopicIsLong() {
    var found =
        List.of(
            found(1, 10, part("ada", 0, 0), part("bob", 0, 0)),
            found(2, 5, part("ada", 0, 0), part("eve", 0, 0)));

    assertThat(score("eve", found, SHORT)).isEqualTo(0.5, within(1e-9));
    assertThat(score("eve", found, LONG)).isEqualTo(0.25, within(1e-9));
  }

  @Test
  void neverScoresLowerForMoreEvidence() {
    var random = new Random(1);
    for (var round = 0; round < 200; round++) {
      var found = someFound(random, 1 + random.nextInt(8));
      var least = found.getLast().score();
      var more = new ArrayList<>(found);
      more.add(
          found(99, least * random.nextDouble(0.1, 1), part("ada", 90, 0), part("bob", 80, 0)));

      assertThat(score("bob", more, LONG)).isGreaterThan(score("bob", found, LONG));
      assertThat(rank("bob", more)).isLessThanOrEqualTo(rank("bob", more, found));
    }
  }

  @Test
  void neverScoresHigherForOlderEvidence() {
    var random = new Random(2);
    for (var round = 0; round < 200; round++) {
      var found = new ArrayList<>(someFound(random, 6));
      found.addFirst(found(50, 20, part("zoe", 0, 0), part("max", 0, 0)));
      var place = 1 + random.nextInt(found.size() - 1);
      var older = new ArrayList<>(found);
      older.set(place, olderBy(random.nextInt(1, 60), found.get(place)));

      for (var person : found.get(place).people()) {
        assertThat(score(person.value(), older, LONG))
            .isLessThanOrEqualTo(score(person.value(), found, LONG));
      }
    }
  }

  @Test
  void ranksAnArchiveOfLongAgoLikeOneOfToday() {
    var random = new Random(3);
    var found = someFound(random, 8);
    var longAgo = found.stream().map(each -> olderBy(3_650, each)).toList();

    assertThat(Tally.of(longAgo, LONG, null, RULES, UnaryOperator.identity()))
        .extracting(Tally::person)
        .isEqualTo(
            Tally.of(found, LONG, null, RULES, UnaryOperator.identity()).stream()
                .map(Tally::person)
                .toList());
    assertThat(Tally.of(longAgo, LONG, null, RULES, UnaryOperator.identity()).getFirst().score())
        .isGreaterThan(1e-6);
  }

  @Test
  void putsEqualScoresInOrderOfId() {
    var found = List.of(found(1, 10, part("ada", 0, 0), part("zoe", 0, 0), part("bob", 0, 0)));

    assertThat(Tally.of(found, SHORT, null, RULES, UnaryOperator.identity()))
        .extracting(tally -> tally.person().value())
        .containsExactly("bob", "zoe", "ada");
  }

  private static List<Found> someFound(Random random, int count) {
    var names = List.of("ada", "bob", "eve", "kim", "lou");
    var found = new ArrayList<Found>();
    var score = 20.0;
    for (var i = 0; i < count; i++) {
      score *= random.nextDouble(0.5, 1);
      var parts = new ArrayList<Found.Part>();
      var start = random.nextInt(names.size());
      var people = 1 + random.nextInt(names.size());
      for (var p = 0; p < people; p++) {
        parts.add(part(names.get((start + p) % names.size()), random.nextInt(90), 0));
      }
      found.add(new Found(Chat.in("dev").id(i), score, 1, true, parts));
    }
    return found;
  }

  private static Found olderBy(int days, Found found) {
    return new Found(
        found.conversation(),
        found.score(),
        found.coverage(),
        found.opened(),
        found.parts().stream()
            .map(
                part ->
                    new Found.Part(
                        part.person(),
                        part.messages(),
                        part.last().minus(Duration.ofDays(days)),
                        part.thanks(),
                        part.questions()))
            .toList());
  }

  private static Found found(int id, double score, Found.Part... parts) {
    return new Found(Chat.in("dev").id(id), score, 1, true, Arrays.asList(parts));
  }

  private static Found.Part part(String person, int daysAgo, int thanks) {
    return new Found.Part(Chat.person(person), 1, NOW.minus(Duration.ofDays(daysAgo)), thanks, 0);
  }

  private static double score(String person, List<Found> found, int terms) {
    return Tally.of(found, terms, null, RULES, UnaryOperator.identity()).stream()
        .filter(tally -> tally.person().equals(Chat.person(person)))
        .mapToDouble(Tally::score)
        .sum();
  }

  private static int rank(String person, List<Found> found) {
    var people = people(found);
    var place = people.indexOf(Chat.person(person));
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** The rank before, among the people of the later ranking who were there before. */
  private static int rank(String person, List<Found> later, List<Found> before) {
    var place = people(before).indexOf(Chat.person(person));
    return place < 0 ? people(later).size() : place;
  }

  private static List<PersonId> people(List<Found> found) {
    return Tally.of(found, LONG, null, RULES, UnaryOperator.identity()).stream()
        .map(Tally::person)
        .toList();
  }
}
