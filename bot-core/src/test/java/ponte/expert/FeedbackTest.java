package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.command.Command.Unfit;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Write;
import ponte.wording.Wording;

class FeedbackTest {

  private static final double DAY = 24 * 60;
  private static final ExpertRules.Feedback RULES = ExpertRules.Feedback.DEFAULT;
  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "kim", "lou", "zoe");

  @BeforeEach
  void bobAndEveKnowTheSame() {
    for (var day = 0; day < 3; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", "eve: kafka a", "bob: kafka a");
    }
  }

  @Test
  void movesNobodyWhereNobodySaidAnything() {
    assertThat(said("lou")).isEqualTo(new Feedback.Said(false, 0, 0, 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWING, 0.85",
    "MOVED_ON, 0.85",
    ", 0.85",
    "OTHERS_BETTER, 0.92195",
    "NO_TIME, 1"
  })
  void countsTheSecondDoubtByItsReason(@Nullable Unfit why, double left) {
    acme.opinions.notRight(Chat.person("ada"), BOB, "kafka", why);
    assertThat(said("lou").factor()).isEqualTo(1);

    acme.opinions.notRight(Chat.person("kim"), BOB, "kafka", why);

    assertThat(said("lou").factor()).isCloseTo(left, within(0.0001));
  }

  @Test
  void countsThanksOfEachColleagueOnceAndOfSomeAtMost() {
    acme.opinions.helped(Chat.person("ada"), BOB, "kafka", false);
    acme.opinions.helped(Chat.person("ada"), BOB, "Kafka", false);
    assertThat(said("lou").factor()).isCloseTo(1 / RULES.step(), within(0.0001));

    for (var each = 0; each < 30; each++) {
      acme.opinions.helped(Chat.person("colleague" + each), BOB, "kafka", false);
    }

    assertThat(said("lou").factor())
        .isCloseTo(Math.pow(RULES.step(), -RULES.most()), within(0.0001));
  }

  @Test
  void countsNothingThatSomebodySaysOfThemselves() {
    acme.opinions.helped(BOB, BOB, "kafka", false);

    assertThat(said("lou").factor()).isEqualTo(1);
  }

  @Test
  void countsWhatIsHalfALifeOldHalf() {
    acme.opinions.helped(Chat.person("ada"), BOB, "kafka", false);
    acme.clock.advance(RULES.halfLife());

    assertThat(said("lou").factor()).isCloseTo(Math.pow(RULES.step(), -0.5), within(0.0001));
  }

  @Test
  void letsTheLastWordHold() {
    acme.opinions.notRight(Chat.person("kim"), BOB, "kafka", Unfit.UNKNOWING);
    assertThat(said("kim").refused()).isTrue();

    acme.clock.advance(Duration.ofDays(1));
    acme.opinions.helped(Chat.person("kim"), BOB, "kafka", false);

    assertThat(said("kim").refused()).isFalse();
    assertThat(said("kim").thankers()).isOne();
    assertThat(said("kim").doubters()).isZero();
  }

  @Test
  void keepsTheReasonOfWhoSaysTheSameAgainWithout() {
    acme.opinions.notRight(Chat.person("kim"), BOB, "kafka", Unfit.NO_TIME);
    acme.opinions.notRight(Chat.person("kim"), BOB, "kafka", null);

    assertThat(acme.opinions.of(BOB))
        .singleElement()
        .satisfies(opinion -> assertThat(opinion.why()).isEqualTo(Unfit.NO_TIME));
  }

  /** As it was kept when there were objections only. */
  private record Objection(PersonId by, String topic, Instant at) {}

  @Test
  void readsAnObjectionThatWasKeptBeforeItHadReasons() {
    var kim = Chat.person("kim");
    var old = new Objection(kim, "kafka", acme.clock.instant());
    acme.records.write(
        Write.create(
            new Partition("objections", BOB.toString()).key(kim + " x"), Codec.write(old)));

    assertThat(said("kim").refused()).isTrue();
    assertThat(said("lou").doubters()).isOne();
  }

  @Test
  void proposesWhoHadNoTimeAgainAfterAWhileAndNobodyElse() {
    acme.opinions.notRight(Chat.person("kim"), BOB, "kafka", Unfit.NO_TIME);
    acme.opinions.notRight(Chat.person("lou"), BOB, "kafka", Unfit.MOVED_ON);
    assertThat(named("kim")).containsExactly("eve");

    acme.clock.advance(RULES.noTime());

    assertThat(named("kim")).contains("bob");
    assertThat(named("lou")).containsExactly("eve");
  }

  @Test
  void letsWhoHasNoTimeStepBackForAWhileAmongNearEqualsWhateverItIsAbout() {
    assertThat(named("kim")).containsExactly("bob", "eve");

    acme.opinions.notRight(Chat.person("lou"), BOB, "invoices", Unfit.NO_TIME);
    assertThat(named("lou")).containsExactly("eve", "bob");
    assertThat(named("kim")).containsExactly("bob", "eve");

    acme.opinions.notRight(Chat.person("ada"), BOB, "gdpr", Unfit.NO_TIME);
    assertThat(named("kim")).containsExactly("eve", "bob");
    acme.clock.advance(RULES.noTime());
    assertThat(named("kim")).containsExactly("bob", "eve");
  }

  @Test
  void letsWhoWasAskedLatelyStepBackAmongNearEquals() {
    acme.requests.note(BOB, Chat.person("zoe"), acme.clock.instant());

    assertThat(named("kim")).containsExactly("eve", "bob");
    acme.requests.note(Chat.person("eve"), Chat.person("zoe"), acme.clock.instant());
    assertThat(named("kim")).containsExactly("bob", "eve");
    acme.requests.note(BOB, Chat.person("lou"), acme.clock.instant());
    assertThat(named("kim")).containsExactly("eve", "bob");
    acme.clock.advance(RULES.lately().plusSeconds(1));
    assertThat(named("kim")).containsExactly("bob", "eve");
  }

  @Test
  void keepsWhoKnowsClearlyMoreFirstHoweverOftenTheyWereAsked() {
    for (var day = 3; day < 6; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", "bob: kafka a");
    }
    for (var each = 0; each < 100; each++) {
      acme.requests.note(BOB, Chat.person("colleague" + each), acme.clock.instant());
    }

    assertThat(named("kim")).containsExactly("bob", "eve");
  }

  @Test
  void saysOfWhoStepsBackWhatItSaidBefore() {
    for (var day = 3; day < 6; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka brokers?", "eve: kafka a", "bob: kafka a");
    }
    var before = expert("bob");

    acme.requests.note(BOB, Chat.person("zoe"), acme.clock.instant());

    assertThat(named("kim")).containsExactly("eve", "bob");
    assertThat(expert("bob")).isEqualTo(before);
  }

  @Test
  void letsTheirOwnWordMoveSomebodyALittle() {
    var before = expert("eve").score();

    acme.preferences.change(Chat.person("eve"), old -> old.knowing("kafka"));

    assertThat(named("kim")).containsExactly("eve", "bob");
    assertThat(expert("eve").score()).isCloseTo(before * (1 + RULES.own()), within(0.0001));
  }

  /**
   * With however many accounts, however often and whatever they say, nobody moves a colleague by
   * more than one step from where that colleague is without them.
   */
  @Test
  void letsNobodyMoveAColleagueByMoreThanOneStep() {
    var random = new Random(7);
    for (var round = 0; round < 60; round++) {
      var world = new Workspace().open("dev").people("bob", "lou");
      for (var account = 0; account < 4; account++) {
        world.directory.apply(
            List.of(
                new Roster.PersonChanged(
                    new EventId("zoe" + account),
                    new Person(
                        zoe(account),
                        "zoe",
                        "zoe",
                        "",
                        "zoe@acme.org",
                        ZoneOffset.UTC,
                        null,
                        Person.Standing.ACTIVE),
                    Chat.START)));
      }
      for (var each = random.nextInt(8); each > 0; each--) {
        says(world, Chat.person("colleague" + each), random);
      }
      var without = said(world, BOB, null);
      for (var each = 1 + random.nextInt(10); each > 0; each--) {
        says(world, zoe(random.nextInt(4)), random);
      }

      var with = said(world, BOB, null);
      // What was said before has aged a little meanwhile, which alone moves it towards 1.
      assertThat(Math.log(with.factor() / without.factor()))
          .as("round %s", round)
          .isBetween(Math.log(RULES.step()) - 0.05, -Math.log(RULES.step()) + 0.05);
      assertThat(with.busy()).as("round %s", round).isBetween(without.busy(), without.busy() + 1);
      assertThat(with.asked()).isZero();
    }
  }

  @Test
  void letsNobodyAloneMoveAColleagueForOthersByWantOfTime() {
    acme.opinions.notRight(Chat.person("lou"), BOB, "kafka", Unfit.NO_TIME);
    acme.opinions.notRight(Chat.person("lou"), BOB, "gdpr", Unfit.NO_TIME);

    assertThat(said("kim").spread(RULES)).isEqualTo(1);
    assertThat(said(acme, BOB, null).spread(RULES)).isEqualTo(1);
    assertThat(said("lou").spread(RULES)).isCloseTo(1 - RULES.near() / 2, within(0.0001));
  }

  private static PersonId zoe(int account) {
    return new PersonId(new WorkspaceId("T" + account), "zoe");
  }

  private static void says(Workspace world, PersonId by, Random random) {
    var topic = List.of("kafka", "Kafka", "the kafka", "gdpr").get(random.nextInt(4));
    world.clock.advance(Duration.ofMinutes(random.nextInt(60)));
    if (random.nextBoolean()) {
      world.opinions.helped(by, BOB, topic, false);
    } else {
      var why = random.nextInt(Unfit.values().length + 1);
      world.opinions.notRight(
          by, BOB, topic, why < Unfit.values().length ? Unfit.values()[why] : null);
    }
  }

  private Feedback.Said said(String asker) {
    return said(acme, BOB, Chat.person(asker));
  }

  private static Feedback.Said said(Workspace world, PersonId person, @Nullable PersonId asker) {
    var about =
        new Topic(
            Wording.asTyped("kafka"),
            Language.ENGLISH,
            Workspace.NLP,
            new KnownTerms(Workspace.NLP));
    return world.feedback.of(person, about, asker, world.directory.accounts());
  }

  private List<String> named(String asker) {
    return acme.experts.on("kafka", acme.asker(asker)).experts().stream()
        .map(expert -> expert.person().name())
        .toList();
  }

  private Expert expert(String name) {
    return acme.experts.on("kafka", acme.asker("kim")).experts().stream()
        .filter(expert -> expert.person().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
