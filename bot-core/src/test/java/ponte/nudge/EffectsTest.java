package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.archive.Chat;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nudge.Effects.Said;
import ponte.nudge.Gate.Answer;
import ponte.store.Codec;

class EffectsTest {

  private final Workspace acme = new Workspace().people("ada", "bob");
  private final PersonId ada = Chat.person("ada");
  private final WorkspaceId workspace = ada.workspace();
  private final Effects effects = new Effects(acme.records, EffectRules.DEFAULT, acme.clock);

  @BeforeEach
  void itIsAMonday() {
    acme.clock.set(Instant.parse("2026-03-02T09:00:00Z"));
  }

  private static Nudge nudge(PersonId to, Kind kind, String key) {
    return new Nudge(to, key, kind, null, Instant.MAX);
  }

  private Count of(Kind kind, String monday) {
    var day = LocalDate.parse(monday);
    return Effects.since(day, effects.weeks(workspace).getOrDefault(kind, new TreeMap<>()));
  }

  @Test
  void countEachThingOnceHoweverOftenItIsTold() {
    for (var time = 0; time < 2; time++) {
      effects.shown(nudge(ada, Kind.INVITATION, "e1/invite/ada/first"));
      acme.clock.advance(Duration.ofMinutes(20));
      effects.said(ada, "e1/invite/ada/", Said.ACCEPTED);
      effects.answered(ada, "e1/invite/ada/", acme.clock.instant());
    }

    assertThat(of(Kind.INVITATION, "2026-03-02"))
        .isEqualTo(new Count(1, 1, 0, 1, 0, 0, List.of(0, 1, 0, 0, 0, 0)));
  }

  @Test
  void countInTheWeekInWhichItWasShown() {
    effects.shown(nudge(ada, Kind.HELPED, "e1/helped-later"));
    acme.clock.advance(Duration.ofDays(8));
    effects.said(ada, "e1/helped-", Said.NOT_HELPED);

    assertThat(of(Kind.HELPED, "2026-03-02"))
        .isEqualTo(new Count(1, 0, 0, 0, 0, 1, List.of(0, 0, 0, 0, 0, 0)));
  }

  @Test
  void countHowLongItTookToTheAnswerAndNotToWhatWasSaidFirst() {
    effects.shown(nudge(ada, Kind.INVITATION, "e1/invite/ada/first"));
    var answer = acme.clock.instant().plus(Duration.ofHours(5));
    acme.clock.advance(Duration.ofMinutes(2));
    effects.said(ada, "e1/invite/ada/", Said.ACCEPTED);
    acme.clock.advance(Duration.ofDays(2));
    effects.answered(ada, "e1/invite/ada/", answer);

    assertThat(of(Kind.INVITATION, "2026-03-02"))
        .isEqualTo(new Count(1, 1, 0, 1, 0, 0, List.of(0, 0, 0, 1, 0, 0)));
  }

  @Test
  void countNoAnswerThatWasGivenBefore() {
    var answer = acme.clock.instant();
    acme.clock.advance(Duration.ofMinutes(1));
    effects.shown(nudge(ada, Kind.INVITATION, "e1/invite/ada/first"));

    effects.answered(ada, "e1/invite/ada/", answer);

    assertThat(of(Kind.INVITATION, "2026-03-02").answered()).isZero();
  }

  @Test
  void readWhatWasCountedBeforeAnswersWereTimed() {
    var before =
        "{\"shown\":2,\"accepted\":1,\"passed\":0,\"answered\":1,\"helped\":0,\"notHelped\":0,"
            + "\"delays\":[1,0,0,0,0,0]}";

    assertThat(Codec.read(before, Count.class))
        .isEqualTo(new Count(2, 1, 0, 1, 0, 0, List.of(0, 0, 0, 0, 0, 0)));
  }

  @Test
  void countNothingOfWhatWasNotShownOrIsForgotten() {
    effects.shown(nudge(ada, Kind.INVITATION, "e1/invite/ada/first"));
    effects.said(Chat.person("bob"), "e1/invite/bob/", Said.ACCEPTED);
    assertThat(effects.of(ada))
        .containsExactly(new Effects.Shown(Kind.INVITATION, acme.clock.instant(), Set.of()));
    assertThat(effects.of(Chat.person("bob"))).isEmpty();

    assertThat(effects.isShown(ada, "e1/invite/ada/")).isTrue();
    effects.forget(ada);
    assertThat(effects.of(ada)).isEmpty();
    effects.said(ada, "e1/invite/ada/", Said.ACCEPTED);

    assertThat(effects.isShown(ada, "e1/invite/ada/")).isFalse();
    assertThat(of(Kind.INVITATION, "2026-03-02").shown()).isOne();
    assertThat(of(Kind.INVITATION, "2026-03-02").accepted()).isZero();
  }

  @Test
  void keepCountsForHalfAYear() {
    effects.shown(nudge(ada, Kind.INVITATION, "one"));
    acme.clock.advance(Duration.ofDays(26 * 7));
    assertThat(effects.weeks(workspace)).isNotEmpty();

    acme.clock.advance(Duration.ofDays(7));

    assertThat(effects.weeks(workspace)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 34, false",
    "0, 35, true",
    "1, 35, false",
    "5, 100, false",
    "4, 100, true",
    "50, 1000, true",
    "90, 1000, false",
    "0, 0, false"
  })
  void blameAKindOnlyWhereChanceDoesNotExplainIt(int welcomed, int shown, boolean isUnhelpful) {
    assertThat(EffectRules.DEFAULT.isUnhelpful(welcomed, shown)).isEqualTo(isUnhelpful);
    assertThat(new EffectRules(0).isUnhelpful(welcomed, shown)).isFalse();
  }

  @Test
  void slowAKindDownWeekByWeekAndLetItRecover() {
    for (var each = 0; each < 40; each++) {
      effects.shown(nudge(ada, Kind.INVITATION, "none wanted " + each));
    }
    assertThat(halvedAfter(0)).isZero();

    assertThat(halvedAfter(7)).isEqualTo(1);
    assertThat(halvedAfter(7)).isEqualTo(2);
    assertThat(halvedAfter(7)).isEqualTo(3);
    assertThat(halvedAfter(7)).isEqualTo(3);
    assertThat(halvedAfter(7)).isEqualTo(2);
    assertThat(halvedAfter(14)).isZero();
    assertThat(effects.halved(workspace, Kind.HELPED)).isZero();
  }

  private int halvedAfter(int days) {
    acme.clock.advance(Duration.ofDays(days));
    return effects.halved(workspace, Kind.INVITATION);
  }

  /** So many weeks after nobody wanted any of them. */
  private void nobodyWants(Kind kind, int weeks) {
    for (var each = 0; each < 40; each++) {
      effects.shown(nudge(Chat.person("bob"), kind, "not wanted " + each));
    }
    acme.clock.advance(Duration.ofDays(7L * weeks));
  }

  private Gate gate(int weekly) {
    return new Gate(
        acme.directory,
        acme.preferences,
        new Ration(acme.records, 9, weekly, acme.clock),
        effects,
        Countries.BY_ZONE,
        Holidays.NONE,
        QuietChannels.NONE,
        acme.clock);
  }

  @ParameterizedTest
  @CsvSource({"0, 400, 400", "1, 170, 230", "2, 75, 125", "3, 30, 70", "7, 400, 400"})
  void leaveAHalfAQuarterAnEighthOfAKindThoughEachIsToAnother(int weeks, int least, int most) {
    var people = IntStream.range(0, 400).mapToObj(each -> "p" + each).toArray(String[]::new);
    acme.people(people);
    nobodyWants(Kind.INVITATION, weeks);
    var gate = gate(3);

    var told =
        Stream.of(people)
            .map(name -> gate.pass(nudge(Chat.person(name), Kind.INVITATION, "q/" + name)))
            .toList();

    assertThat(told.stream().filter(new Answer.Open()::equals).count())
        .isBetween((long) least, (long) most);
    assertThat(told).isSubsetOf(new Answer.Open(), new Answer.Never(Reason.HELPS_LITTLE));
  }

  @Test
  void holdNobodyBackMoreThanOthersAndSayTheSameWheneverTheyAreAsked() {
    nobodyWants(Kind.INVITATION, 1);
    var gate = gate(9);
    for (var person : List.of(ada, Chat.person("bob"))) {
      var first = answers(gate, person);

      assertThat(first.stream().filter(new Answer.Open()::equals).count()).isBetween(80L, 120L);
      assertThat(answers(gate, person)).isEqualTo(first);
    }
  }

  private static List<Answer> answers(Gate gate, PersonId person) {
    return IntStream.range(0, 200)
        .mapToObj(each -> gate.ask(nudge(person, Kind.INVITATION, "q" + each)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Nudge.Wish.class,
      names = {"SOMEBODYS", "THEIRS"})
  void slowNothingDownThatSomebodyWished(Nudge.Wish wish) {
    nobodyWants(Kind.INVITATION, 3);

    assertThat(
            IntStream.range(0, 60)
                .mapToObj(
                    each -> new Nudge(ada, "q" + each, Kind.INVITATION, null, Instant.MAX, wish))
                .map(gate(9)::ask))
        .containsOnly(new Answer.Open());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void holdNothingBackThatSomebodyWished(Kind kind) {
    acme.preferences.change(ada, each -> each.choosing(Offer.INTRODUCTIONS, Choice.WELCOME));
    nobodyWants(kind, 3);
    var gate = gate(9);
    var wished =
        IntStream.range(0, 60)
            .mapToObj(
                each -> new Nudge(ada, "q" + each, kind, null, Instant.MAX, Nudge.Wish.THEIRS));
    var other = IntStream.range(0, 60).mapToObj(each -> nudge(ada, kind, "q" + each));

    assertThat(wished.map(gate::ask)).containsOnly(new Answer.Open());
    assertThat(other.map(gate::ask).anyMatch(new Answer.Never(Reason.HELPS_LITTLE)::equals))
        .isEqualTo(Set.of(Kind.INVITATION, Kind.HOSTING, Kind.HELP, Kind.HELPED).contains(kind));
  }

  @Test
  void sayAgainWhatWasSaidBeforeTheKindWasSlowedDown() {
    var held = nudge(ada, Kind.INVITATION, heldFor("ada"));
    assertThat(gate(9).pass(held)).isEqualTo(new Answer.Open());
    nobodyWants(Kind.INVITATION, 1);

    assertThat(gate(9).ask(held)).isEqualTo(new Answer.Open());
    assertThat(gate(9).ask(nudge(Chat.person("bob"), Kind.INVITATION, heldFor("bob"))))
        .isEqualTo(new Answer.Never(Reason.HELPS_LITTLE));
  }

  /** The key of one that is among the first half to be held back. */
  private static String heldFor(String name) {
    return Stream.iterate(0, each -> each + 1)
        .map(each -> "q" + each)
        .filter(key -> nudge(Chat.person(name), Kind.INVITATION, key).isHeldBack(1))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leaveHalfAsManyToOneWhoGetsManyAndNoneOfTheOthersFewer() {
    nobodyWants(Kind.INVITATION, 3);
    var gate = gate(2);
    var let =
        Stream.iterate(0, each -> each + 1)
            .map(each -> nudge(ada, Kind.INVITATION, "q" + each))
            .filter(each -> !each.isHeldBack(3))
            .limit(2)
            .toList();

    assertThat(gate.pass(let.getFirst())).isEqualTo(new Answer.Open());
    assertThat(gate.pass(let.getLast()))
        .isEqualTo(new Answer.Wait(Instant.parse("2026-04-20T09:00:00Z"), Reason.ENOUGH));
    assertThat(gate.pass(nudge(ada, Kind.HELPED, "three"))).isEqualTo(new Answer.Open());
  }

  @Test
  void countsWhatAWorkspaceNeededSoThatQuestionsWereAnswered() {
    var now = Instant.parse("2026-03-02T09:00:00Z");
    effects.shown(nudge(ada, Kind.HELP, "one"));
    effects.shown(nudge(ada, Kind.INVITATION, "two"));
    effects.shown(nudge(ada, Kind.NEWS, "three"));

    assertThat(effects.toHelp(workspace, TimeSpan.before(now, Duration.ofDays(7)))).isEqualTo(2);
    assertThat(effects.toHelp(workspace, TimeSpan.before(now, Duration.ofHours(1)))).isZero();
    assertThat(effects.toHelp(workspace, TimeSpan.before(now, Duration.ofDays(200)))).isNull();
  }
}
