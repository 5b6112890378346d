package ponte.slack.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference.Standing;
import ponte.conversation.PersonId;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.store.Codec;

/** When people are not to be disturbed, as Slack tells it to whoever asks. */
class PeaceReadingTest extends ReadingSlack {

  /** From two to four in the afternoon. */
  private static final Instant FROM = Instant.parse("2025-12-01T14:00:00Z");

  private static final Instant UNTIL = Instant.parse("2025-12-01T16:00:00Z");

  private static final PersonId DARIO = new PersonId(FakeSlack.ACME, "U0DARIO");

  private void installs() {
    answersTheRoster();
    errands.installed(FakeSlack.ACME);
    work();
  }

  private List<String> asked() {
    return slack.calls(Method.DND_TEAM_INFO).stream().map(call -> call.get("users")).toList();
  }

  @Test
  void isKnownOnceItIsInstalled() {
    installs();

    assertThat(asked()).containsExactly("U0ANNA,U0BRUNO,U0DARIO");
    assertThat(preferences.undisturbed(ANNA)).containsExactly(new DoNotDisturb(FROM, UNTIL, NOW));
    for (var person : List.of(BRUNO, DARIO)) {
      assertThat(preferences.undisturbed(person)).noneMatch(time -> time.contains(FROM));
    }
  }

  @Test
  void isAskedForAgainOnceItIsOverAndOfNobodyElse() {
    installs();
    clock.set(Instant.parse("2025-12-01T15:06:00Z"));
    work();
    assertThat(asked()).hasSize(1);
    slack.answers(
        Method.DND_TEAM_INFO,
        FakeSlack.payload("dnd.teamInfo")
            .replace("1764597600", "1764684000")
            .replace("1764604800", "1764691200"));

    clock.set(Instant.parse("2025-12-01T16:06:00Z"));
    work();

    assertThat(asked()).hasSize(2).last().isEqualTo("U0ANNA");
    assertThat(preferences.undisturbed(ANNA))
        .singleElement()
        .matches(time -> time.contains(Instant.parse("2025-12-02T14:30:00Z")));
  }

  @Test
  void isAskedForWhenSlackLetsItAndKeepsNothingElseWaiting() {
    answersTheRoster();
    slack.limits(Method.DND_TEAM_INFO, 30);
    errands.installed(FakeSlack.ACME);
    work();
    assertThat(directory.members(BOARD)).contains(ANNA);
    assertThat(preferences.undisturbed(ANNA)).isEmpty();

    slack.answers(Method.DND_TEAM_INFO);
    clock.advance(Duration.ofSeconds(31));
    work();

    assertThat(preferences.undisturbed(ANNA)).hasSize(1);
  }

  @Test
  void isKnownOfEverybodyElseWhereSlackDoesNotShowSomebody() {
    answersTheRoster();
    slack.refuses(Method.DND_TEAM_INFO, "user_not_visible");
    slack.answersWhere(Method.DND_TEAM_INFO, "users", "U0ANNA", FakeSlack.payload("dnd.teamInfo"));
    errands.installed(FakeSlack.ACME);
    work();

    assertThat(asked()).containsExactly("U0ANNA,U0BRUNO,U0DARIO", "U0ANNA", "U0BRUNO", "U0DARIO");
    assertThat(preferences.undisturbed(ANNA)).containsExactly(new DoNotDisturb(FROM, UNTIL, NOW));
  }

  @Test
  void isAskedForOnceAWeekOfWhoeverSlackDoesNotShow() {
    answersTheRoster();
    slack.refuses(Method.DND_TEAM_INFO, "user_not_visible");
    slack.answersWhere(Method.DND_TEAM_INFO, "users", "U0ANNA", FakeSlack.payload("dnd.teamInfo"));
    errands.installed(FakeSlack.ACME);
    work();
    var known = asked().size();
    assertThat(preferences.undisturbed(BRUNO)).noneMatch(time -> time.contains(time.from()));

    passesDays(6);
    assertThat(asked().subList(known, asked().size())).isNotEmpty().containsOnly("U0ANNA");
    passesDays(2);

    assertThat(asked()).filteredOn("U0BRUNO"::equals).hasSize(2);
  }

  @Test
  void isAskedForOfFewUntilTheOneIsFoundWhomSlackDoesNotShow() {
    var people = IntStream.range(0, 64).mapToObj("U%02d"::formatted).toList();
    slack.answersInTurn(Method.USERS_LIST, members(people));
    slack.answers(Method.CONVERSATIONS_LIST);
    slack.answers(Method.USERS_CONVERSATIONS);
    slack.answers(Method.CONVERSATIONS_MEMBERS);
    slack.answers(Method.CONVERSATIONS_HISTORY, EMPTY);
    slack.answers(Method.DND_TEAM_INFO);
    slack.refusesWhere(Method.DND_TEAM_INFO, "users", ".*U40.*", "user_not_visible");

    errands.installed(FakeSlack.ACME);
    work();

    assertThat(asked().stream().map(users -> users.split(",").length))
        .containsExactly(50, 25, 25, 12, 12, 6, 3, 3, 1, 2, 4, 8, 9);
    assertThat(preferences.undisturbed(new PersonId(FakeSlack.ACME, "U63"))).hasSize(1);
  }

  @Test
  void isAskedForNoMoreWhereNobodyIsLeftOfAWorkspaceThatPonteWasTakenOutOf() {
    installs();
    slack.isTakenOut();
    directory.forget(FakeSlack.ACME);

    passesDays(3);

    assertThat(queue.depth(SlackReading.TOPIC).waiting()).isZero();
    assertThat(asked()).hasSize(1);
  }

  @Test
  void goesOnWithAnErrandOfTheVersionBefore() {
    var before =
        Codec.write(new SlackErrand.Peace(FakeSlack.ACME, NOW, "U0ANNA", 7, null))
            .replaceAll(",?\"suspect\":null", "");

    assertThat(before).doesNotContain("suspect").contains("\"most\":7");
    assertThat(Codec.read(before, SlackErrand.class))
        .isEqualTo(new SlackErrand.Peace(FakeSlack.ACME, NOW, "U0ANNA", 7, null));
  }

  private static String members(List<String> people) {
    return people.stream()
        .map("{\"id\":\"%1$s\",\"name\":\"%1$s\",\"profile\":{}}"::formatted)
        .collect(
            Collectors.joining(
                ",",
                "{\"ok\":true,\"members\":[",
                "],\"response_metadata\":{\"next_cursor\":\"\"}}"));
  }

  /** Hour by hour, as errands are run. */
  private void passesDays(int days) {
    for (var hour = 0; hour < 24 * days; hour++) {
      clock.advance(Duration.ofHours(1));
      work();
    }
  }

  @Test
  void isNotAskedForOfWhoeverDoesNotTakePart() {
    preferences.change(ANNA, old -> old.with(Standing.OUT));
    preferences.change(BRUNO, old -> old.with(Standing.FORGOTTEN));

    installs();

    assertThat(asked()).containsExactly("U0DARIO");
  }

  @Test
  void isAskedForAgainInTheNightAfterSlackRefused() {
    answersTheRoster();
    slack.refuses(Method.DND_TEAM_INFO, "missing_scope");
    errands.installed(FakeSlack.ACME);
    work();
    clock.advance(Duration.ofHours(3));
    work();
    assertThat(asked()).hasSize(1);

    slack.answers(Method.DND_TEAM_INFO);
    clock.set(Instant.parse("2025-12-02T02:00:00Z"));
    slack.answersInTurn(Method.USERS_LIST, FakeSlack.payload("users.list"), LAST_PEOPLE);
    work();

    assertThat(preferences.undisturbed(ANNA)).hasSize(1);
  }
}
