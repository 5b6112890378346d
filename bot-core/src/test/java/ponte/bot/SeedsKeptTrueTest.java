package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.SeedingTest.choose;
import static ponte.bot.SeedingTest.seedOf;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.seeding.Reason;
import ponte.seeding.SeedingDesk;
import ponte.store.Partition;
import ponte.store.Write;

/** What stands in channels and what is kept of it, when people withdraw or send what is wrong. */
class SeedsKeptTrueTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final LocalDate TOMORROW = LocalDate.of(2026, 3, 24);

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));

  @BeforeEach
  void aChannel() {
    team.acme.open("ops");
  }

  @Test
  void aQuotedAuthorWhoOptsOutIsNotNamedOrQuotedAnyMore() {
    var posted = post(question());

    team.presses("kim", new Command.OptOut());
    team.passes(SOON);

    assertThat(words(posted.reply())).contains("certificates", "@kim");
    assertThat(words(team.standing(posted))).doesNotContain("certificates", "@kim");
  }

  @Test
  void aQuotedAuthorWhoIsForgottenIsTakenFromACardThatWasToldOf() {
    var posted = post(question());
    team.passes(Duration.ofDays(4));

    team.presses("kim", new Command.ConfirmForget());
    team.passes(SOON);

    assertThat(words(team.standing(posted))).doesNotContain("certificates", "@kim");
  }

  @Test
  void ofAQuestionNoWordsAreKeptWithTheDiscussionAboutIt() {
    var seed = question();

    assertThat(team.ponte.seeding().seeds().in(OPS.workspace()))
        .filteredOn(each -> each.id().equals(seed.id()))
        .singleElement()
        .asString()
        .doesNotContain("certificates");
  }

  @Test
  void anOfferOfHelpIsGoneFromWhereItStoodWithWhoTakesItBack() {
    var call = seedOf(team.says("bob", "rally #dev: who can have a look at the red build?"));
    team.presses("bob", new Command.Seed(new Sowing.Post(call, true)));
    team.presses("kim", choose(call, 0));
    team.presses("ada", choose(call, 0));
    team.passes(SOON);
    assertThat(words(team.standing(team.posted(Team.DEV).getFirst()))).contains("@ada", "@kim");

    team.presses("kim", new Command.OptOut());
    team.presses("ada", new Command.Seed(new Sowing.ChooseNothing(call)));
    team.passes(SOON);

    assertThat(words(team.standing(team.posted(Team.DEV).getFirst()))).contains("Nobody has");
    assertThat(standing()).noneMatch(each -> each.contains("@kim") || each.contains("@ada"));
  }

  /** What can be read in channels and by whoever called, but for what a later one replaced. */
  private List<String> standing() {
    return team.shown.values().stream()
        .filter(each -> !each.key().endsWith("/answer"))
        .filter(each -> !(each.to() instanceof Destination.InPlaceOf))
        .map(each -> words(team.standing(each)))
        .toList();
  }

  @Test
  void whatSomebodyWroteGoesWithThem() {
    var posted = post(seedOf(team.says("ada", "poll #ops: Which pony? Star / Moon")));
    team.presses("bob", choose(seedOf(posted.reply()), 0));
    var planned = seedOf(team.says("ada", "discussion #dev: what about the ponies?"));
    team.presses("ada", new Command.Seed(new Sowing.Post(planned, false)));
    assertThat(words(posted.reply())).contains("Which pony?", "Star");

    team.presses("ada", new Command.ConfirmForget());
    team.passes(SOON);

    assertThat(words(team.standing(posted)))
        .contains("took back what stood here")
        .doesNotContain("pony", "Star", "@bob");
    assertThat(team.ponte.seeding().seeds().in(OPS.workspace()))
        .singleElement()
        .asString()
        .doesNotContain("pon", "Star");
    assertThat(team.ponte.seeding().of(Set.of(Team.person("bob"))).chosen()).isEmpty();

    team.passes(Duration.ofDays(8));
    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(words(team.standing(posted))).contains("took back what stood here");
    assertThat(words(team.says("kim", "what should we talk about in #ops?")))
        .doesNotContain("pony");
  }

  @Test
  void aSeriesEndsWithWhoBeganIt() {
    var seed = seedOf(team.says("ada", "discussion #ops: what went well with the ponies?"));
    team.presses("ada", write(seed, Shape.DISCUSSION, List.of(), TOMORROW, 1));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));
    team.passes(Duration.ofDays(2));
    assertThat(team.posted(OPS)).hasSize(1);

    team.presses("ada", new Command.OptOut());
    team.passes(Duration.ofDays(14));

    assertThat(team.posted(OPS)).hasSize(1);
    assertThat(words(team.standing(team.posted(OPS).getFirst()))).contains("took back");
  }

  @Test
  void whoWroteAProposalAnotherWayHasItAmongTheirOwn() {
    var seed = question();
    team.presses("ada", write(seed, Shape.DISCUSSION, List.of(), TOMORROW, 0));

    assertThat(team.ponte.seeding().of(Set.of(Team.person("ada"))).begun()).hasSize(1);

    team.presses("ada", new Command.ConfirmForget());
    assertThat(team.ponte.seeding().seeds().in(OPS.workspace())).isEmpty();
  }

  @Test
  void aVoteOfSomebodyWithTwoAccountsIsWithdrawnWithEither() {
    var elsewhere = new PersonId(new WorkspaceId("T0"), "robert");
    joined(elsewhere);
    joined(Team.person("bob"));
    var posted = post(seedOf(team.says("ada", "poll #ops: Which day? Monday / Tuesday")));
    assertThat(words(team.presses("bob", choose(seedOf(posted.reply()), 0))))
        .contains("Your vote is");
    assertThat(team.ponte.seeding().of(team.acme.directory.accounts(elsewhere)).chosen())
        .singleElement()
        .extracting(SeedingDesk.Chosen::option)
        .isEqualTo("Monday");

    team.presses("bob", new Command.OptOut());
    team.passes(SOON);

    assertThat(words(team.standing(posted))).contains("No votes yet");
    assertThat(team.ponte.seeding().of(team.acme.directory.accounts(elsewhere)).chosen()).isEmpty();
  }

  /** What is known of people goes by when it was told: of the same moment nothing changes. */
  private void joined(PersonId account) {
    team.passes(Duration.ofSeconds(1));
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("joined " + account),
                new Person(
                    account,
                    "bob",
                    "bob",
                    "",
                    "bob@acme.example",
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.ACTIVE),
                team.acme.clock.instant())));
  }

  @Test
  void whatWasAskedInAPrivateChannelCountsForNoPublicOne() {
    asked("bob", OPS, 26, "how do I reset the password of the staging database?");
    asked("kim", OPS, 20, "how can I reset the password for the staging database?");
    asked("bob", Team.BOARD, 12, "how is the password of the staging database reset?");
    asked("ada", Team.BOARD, 5, "how do we reset the password of the staging database?");
    assertThat(words(team.says("ada", "what should we talk about in #ops?")))
        .doesNotContain("asked much the same");

    asked("eve", OPS, 12, "how is the password of the staging database reset?");
    asked("ada", OPS, 5, "how do we reset the password of the staging database?");
    assertThat(words(team.says("ada", "what should we talk about in #ops?")))
        .contains("4 people asked much the same")
        .doesNotContain("nobody is seen to have answered");
  }

  @Test
  void twoConversationsAboutTheSameAreProposedOnlyToThoseWhoDoNotTurnToEachOther() {
    team.acme.open("web").people("zoe", "max");
    apart("ops", "ada: ", "bob: ");
    apart("web", "kim: ", "eve: ");
    talk("ops", 400, "zoe: good morning", "max: good morning, zoe");
    assertThat(words(team.says("ada", "what should we talk about?")))
        .contains("none of whom took part in both");

    talk("web", 300, "bob: is the coffee out?", "eve: no, it is there");
    team.passes(Duration.ofMinutes(1));
    assertThat(words(team.says("ada", "what should we talk about?")))
        .doesNotContain("none of whom took part in both");
  }

  private void apart(String room, String one, String other) {
    talk(
        room,
        1_500,
        one + "how do you rotate the certificates of the payment gateway with the vault agent?",
        other + "the vault agent rotates the certificates of the payment gateway each night",
        one + "and does the payment gateway reload the certificates from the vault agent?",
        other + "it reloads the certificates by itself");
  }

  private void talk(String room, int minutesAgo, String... said) {
    var start = Duration.between(Chat.START, team.acme.clock.instant()).toMinutes() - minutesAgo;
    team.acme.thread(room, start, said);
  }

  @Test
  void whatSeveralAskedIsNotPostedForOneOfThem() {
    asked("bob", OPS, 30, "how do I reset the password of the staging database?");
    asked("kim", OPS, 20, "how can I reset the password for the staging database?");
    asked("eve", OPS, 12, "how is the password of the staging database reset?");
    asked("ada", OPS, 5, "how do we reset the password of the staging database?");
    team.says("ada", "what should we talk about in #ops?");
    var seed =
        team.ponte.seeding().seeds().in(OPS.workspace()).stream()
            .filter(each -> each.reason() instanceof Reason.Circling)
            .findFirst()
            .orElseThrow();
    team.presses("ada", new Command.Seed(new Sowing.Post(seed.ref(), false)));

    seed.reason().sources().stream().skip(1).forEach(team::takesBack);
    team.passes(Duration.ofDays(4));

    assertThat(team.posted(OPS)).isEmpty();
    assertThat(words(team.theOnly("ada").reply())).contains("was not posted");
  }

  private void asked(String name, ChannelId room, int days, String text) {
    team.posted(name, room, text, team.acme.clock.instant().minus(Duration.ofDays(days)));
  }

  @Test
  void whatNoFormWouldSendIsRefused() {
    var seed = seedOf(team.says("ada", "discussion #ops: what went well?"));

    var series = team.presses("ada", write(seed, Shape.DISCUSSION, List.of(), TOMORROW, 3));
    var call = team.presses("ada", write(seed, Shape.RALLY, List.of(), TOMORROW, 0));
    var poll = team.presses("ada", write(seed, Shape.POLL, List.of("yes"), TOMORROW, 0));

    assertThat(words(series)).contains("posted once");
    assertThat(words(call)).contains("stays one");
    assertThat(words(poll)).contains("2 to 8 answers");
    assertThat(team.ponte.seeding().seeds().in(OPS.workspace()))
        .allMatch(each -> each.draft().shape() == Shape.DISCUSSION && each.weeks() == 0);
  }

  @Test
  void whatIsPlannedIsNotMovedIntoAWeekThatHasADiscussion() {
    post(question());
    var other = seedOf(team.says("ada", "discussion #ops: what went well?"));
    team.presses("ada", write(other, Shape.DISCUSSION, List.of(), TOMORROW.plusWeeks(2), 0));
    assertThat(words(team.presses("ada", new Command.Seed(new Sowing.Post(other, false)))))
        .contains("It goes to #ops at");

    assertThat(words(team.presses("ada", write(other, Shape.DISCUSSION, List.of(), TOMORROW, 0))))
        .contains("leave it in peace");
  }

  private static Command write(
      Sowing.Of seed, Shape shape, List<String> options, LocalDate day, int weeks) {
    return new Command.Seed(
        new Sowing.Write(seed, shape, "What next?", options, false, day, LocalTime.NOON, weeks));
  }

  private Sowing.Of question() {
    team.posted(
        "kim",
        OPS,
        "how do we rotate the certificates of the payment gateway before they expire?",
        team.acme.clock.instant().minus(Duration.ofDays(6)));
    return seedOf(team.says("ada", "what should we talk about in #ops?"));
  }

  @Test
  void whatWasKeptWithoutALanguageIsDrawnInThatOfItsChannel() {
    for (var said :
        List.of("domani facciamo la riunione del team", "va bene, ci vediamo alle nove")) {
      team.posts("bob", OPS, said);
    }
    team.passes(Duration.ofHours(1));
    var seed = seedOf(team.says("ada", "discussion #ops: quale strumento preferite?"));
    var kept = new Partition("seeds", seed.room().workspace().value()).key(seed.id());
    team.acme
        .records
        .find(kept)
        .map(old -> Write.replace(old, old.content().replace("\"language\":\"ITALIAN\",", "")))
        .ifPresent(team.acme.records::write);
    assertThat(team.acme.records.find(kept).orElseThrow().content()).doesNotContain("language");

    var preview = words(team.presses("ada", new Command.Seed(new Sowing.Show(seed))));
    var posted = post(seed);

    assertThat(preview).contains("Aperta da");
    assertThat(words(posted.reply())).contains("Aperta da @ada");
  }

  private Outgoing post(Sowing.Of seed) {
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    return team.posted(seed.room()).getLast();
  }
}
