package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.pairing.RoundDue;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.StoreUnavailableException;

/** Colleagues who want it are introduced to each other, from the wish to whether they met. */
class PairingTest {

  private static final String DECIDED = "2026-03-30T20:00:00Z";

  /** At ten in Rome, where summer time began two days ago. */
  private static final String TUESDAY = "2026-03-31T08:00:00Z";

  /** A Monday, at ten where they live. */
  private final Team team = begun();

  private static Team begun() {
    var team = new Team("2026-03-23T09:00:00Z");
    team.ponte.planAhead();
    return team;
  }

  @Test
  void introducesTwoOnTuesdayAtTenAndAsksEachTenDaysLaterWhetherTheyMet() {
    var joined = team.says("bob", "introduce me to colleagues");
    team.says("kim", "fammi conoscere colleghi");
    assertThat(Team.words(joined)).contains("every two weeks", "Tuesday 31 March");

    team.at("2026-03-24T20:00:00Z");
    team.at(DECIDED);
    team.at("2026-03-31T07:59:00Z");
    assertThat(together()).isEmpty();
    team.at(TUESDAY);

    var opening = the(together());
    assertThat(opening.to()).isEqualTo(talkOf("bob", "kim"));
    assertThat(Team.words(opening.reply()))
        .contains("@bob", "@kim", "When you all work", "Wed 1 Apr, 14:00", "[We are on]");

    team.presses("bob", reaction(opening, Reaction.ON));
    assertThat(List.copyOf(team.shown.values()).getLast().to())
        .isInstanceOfSatisfying(Destination.Answer.class, it -> assertThat(it.isBeside()).isTrue());
    team.at("2026-04-03T08:00:00Z");
    assertThat(together()).hasSize(1);

    team.at("2026-04-10T08:00:00Z");
    for (var name : List.of("bob", "kim")) {
      var asked = the(team.written(name));
      assertThat(Team.words(asked.reply())).contains(name.equals("bob") ? "@kim" : "@bob");
      var thanks = team.presses(name, experience(asked, Experience.GOOD));
      assertThat(Team.words(thanks)).containsAnyOf("glad", "Mi fa piacere");
    }
    team.at("2026-04-24T08:00:00Z");
    assertThat(together()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leave introductions",
        "pause introductions until 30 April 2026",
        "stop asking whether it helped"
      })
  void asksNobodyWhetherTheyMetWhoWantsNoIntroductionsOrNoSuchQuestionSince(String wish) {
    join("bob", "kim");
    runs(DECIDED, TUESDAY);
    assertThat(together()).hasSize(1);
    team.says("bob", wish);

    runs("2026-04-10T08:00:00Z", "2026-04-13T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
    the(team.written("kim"));
  }

  /** Two are in one workspace and the third is in another: each has a letter of their own. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesOnceToTheTwoWhoAreLeftOfThreeInTwoWorkspaces(boolean beforeTheyAreIntroduced) {
    var lea = new PersonId(new WorkspaceId("T2"), "lea");
    opensALobby(lea.workspace());
    for (var person : List.of(lea, Team.person("bob"), Team.person("kim"))) {
      team.hasAnAddress(person, Language.ENGLISH);
    }
    join("bob", "kim");
    team.wishes(lea, new Acquaintance.Join(null));
    runs(DECIDED);
    if (beforeTheyAreIntroduced) {
      team.wishes(lea, new Acquaintance.Leave(null));
    }
    runs(TUESDAY);
    assertThat(together()).hasSize(beforeTheyAreIntroduced ? 1 : 0);
    assertThat(team.shown.keySet().stream().filter(key -> key.endsWith("/opening")))
        .hasSize(beforeTheyAreIntroduced ? 1 : 3);
    if (!beforeTheyAreIntroduced) {
      team.wishes(lea, new Acquaintance.Leave(null));
    }

    runs("2026-04-03T08:00:00Z", "2026-04-03T09:00:00Z", "2026-04-06T08:00:00Z");

    assertThat(team.shown.values())
        .filteredOn(each -> each.key().endsWith("/reminder"))
        .extracting(Outgoing::to)
        .containsExactly(talkOf("bob", "kim"));
  }

  private void opensALobby(WorkspaceId workspace) {
    var there = new ChannelId(workspace, "lobby");
    team.acme.directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("lobby"),
                new Channel(there, "lobby", Channel.Visibility.PUBLIC, "", "", false),
                team.acme.clock.instant())));
  }

  @Test
  void remindsThemOnceWhereNobodySaidAnything() {
    join("bob", "kim");

    runs(DECIDED, TUESDAY, "2026-04-03T08:00:00Z", "2026-04-06T08:00:00Z");

    assertThat(together())
        .extracting(each -> Team.words(each.reply()).contains("found an hour"))
        .containsExactly(false, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"PASS", "SOMEBODY_ELSE"})
  void saysNothingToTheOtherOfWhoDoesNotWantIt(Reaction reaction) {
    join("bob", "kim");
    runs(DECIDED, TUESDAY);
    var before = team.shown.size();

    var answer = team.presses("bob", reaction(the(together()), reaction));

    assertThat(Team.words(answer)).contains("Nobody learns of it");
    assertThat(team.shown).hasSize(before + 1);
    runs("2026-04-03T08:00:00Z", "2026-04-10T08:00:00Z");
    assertThat(together()).hasSize(1);
    assertThat(team.written("bob")).isEmpty();
    assertThat(team.written("kim")).hasSize(1);
  }

  @Test
  void looksForSomebodyElseTheNextWeekForWhoAsksForThem() {
    join("bob", "kim");
    runs(DECIDED, TUESDAY);
    team.presses("bob", reaction(the(together()), Reaction.SOMEBODY_ELSE));
    team.says("eve", "introduce me to colleagues");
    team.says("eve", "introductions every week");

    runs("2026-04-06T20:00:00Z", "2026-04-07T08:00:00Z");

    assertThat(together()).extracting(Outgoing::to).contains(talkOf("bob", "eve"));
  }

  @Test
  void doesNotIntroduceTheSameTwoAgainAndSaysOnceThatThereIsNobodyNew() {
    join("bob", "kim");
    runs(DECIDED, TUESDAY, "2026-04-13T20:00:00Z", "2026-04-14T08:00:00Z");
    runs("2026-04-27T20:00:00Z", "2026-04-28T08:00:00Z");

    assertThat(together().stream().filter(PairingTest::isOpening)).hasSize(1);
    assertThat(team.written("bob"))
        .filteredOn(each -> Team.words(each.reply()).contains("nobody new"))
        .hasSize(1);
  }

  @Test
  void doesNotIntroduceTheSameTwoAgainThoughOneHasAnotherAccountByThen() {
    var kim = Team.person("kim");
    var later = new PersonId(new WorkspaceId("tenant"), "kim");
    opensALobby(later.workspace());
    team.hasAnAddress(kim, Language.ENGLISH);
    team.hasAnAddress(Team.person("bob"), Language.ENGLISH);
    join("bob", "kim");
    runs(DECIDED, TUESDAY);
    assertThat(openings()).isEqualTo(1);
    team.hasAnAddress(later, Language.ENGLISH);
    var known = team.acme.directory.person(kim).orElseThrow();
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("kim left"),
                new Person(
                    kim,
                    known.name(),
                    known.handle(),
                    known.title(),
                    known.email(),
                    known.zone(),
                    null,
                    Person.Standing.LEFT),
                team.acme.clock.instant().plusMillis(2))));

    team.wishes(later, new Acquaintance.Join(null));
    runs("2026-04-13T20:00:00Z", "2026-04-14T08:00:00Z", "2026-04-14T13:00:00Z");

    assertThat(openings()).isEqualTo(1);
  }

  @Test
  void introducesNobodyForAWeekInWhichTheyAreAwayByAnotherAccount() {
    var other = new PersonId(new WorkspaceId("tenant"), "kim");
    opensALobby(other.workspace());
    team.hasAnAddress(Team.person("kim"), Language.ENGLISH);
    team.hasAnAddress(other, Language.ENGLISH);
    var soon = Instant.parse(TUESDAY).plusSeconds(1);
    var away = new Away(soon, soon.plus(Duration.ofDays(8)));
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("kim is away"),
                team.acme.directory.person(other).orElseThrow().with(away),
                team.acme.clock.instant().plusMillis(2))));
    join("bob", "kim");
    team.says("kim", "quiet hours 18:00-11:00");

    runs(DECIDED, TUESDAY);

    assertThat(team.written("bob"))
        .singleElement()
        .matches(each -> Team.words(each.reply()).contains("nobody new"));
  }

  private long openings() {
    return team.shown.values().stream().filter(PairingTest::isOpening).count();
  }

  @Test
  void makesThreeOfAnOddNumber() {
    join("ada", "bob", "kim");

    runs(DECIDED, TUESDAY);

    var opening = the(together());
    assertThat(opening.to()).isEqualTo(talkOf("ada", "bob", "kim"));
    assertThat(Team.words(opening.reply())).contains("the three of you");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "bob", "kim"})
  void remindsTheTwoWhoAreLeftWhicheverOfThreeIsOutByThen(String name) {
    join("ada", "bob", "kim");
    runs(DECIDED, TUESDAY);
    team.says(name, "opt out");

    runs("2026-04-03T08:00:00Z", "2026-04-03T09:00:00Z", "2026-04-06T08:00:00Z");

    var left = Stream.of("ada", "bob", "kim").filter(each -> !each.equals(name));
    assertThat(together()).hasSize(2);
    assertThat(together().getLast().to()).isEqualTo(talkOf(left.toArray(String[]::new)));
    assertThat(Team.words(together().getLast().reply())).contains("found an hour");
  }

  @Test
  void remindsThreeOnce() {
    join("ada", "bob", "kim");

    runs(DECIDED, TUESDAY, "2026-04-03T08:00:00Z", "2026-04-03T09:00:00Z", "2026-04-06T08:00:00Z");

    assertThat(together())
        .extracting(Outgoing::to)
        .containsExactly(talkOf("ada", "bob", "kim"), talkOf("ada", "bob", "kim"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "bob", "kim"})
  void introducesTheTwoWhoAreLeftWhicheverOfThreeIsOutBeforeItIsSaid(String name) {
    join("ada", "bob", "kim");
    runs(DECIDED);
    team.says(name, "opt out");

    runs(TUESDAY, "2026-03-31T09:00:00Z", "2026-03-31T10:00:00Z");

    var left = Stream.of("ada", "bob", "kim").filter(each -> !each.equals(name));
    assertThat(the(together()).to()).isEqualTo(talkOf(left.toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob", "kim"})
  void neitherRemindsOfNorAsksAboutWhatCouldNotBeSaidAndBringsThemTogetherTheNextWeek(String away) {
    join("bob", "kim");
    runs(DECIDED);
    team.acme.away(away, Away.until(Instant.parse("2026-04-06T10:00:00Z")));

    runs(TUESDAY, "2026-04-01T08:00:00Z", "2026-04-03T08:00:00Z", "2026-04-06T08:00:00Z");
    assertThat(together()).isEmpty();
    runs("2026-04-06T20:00:00Z", "2026-04-07T08:00:00Z");

    assertThat(the(together()).to()).isEqualTo(talkOf("bob", "kim"));
    assertThat(isOpening(the(together()))).isTrue();
    runs("2026-04-10T08:00:00Z");
    assertThat(team.written("bob")).isEmpty();
  }

  @Test
  void leavesInPeaceWhoPausesIsAwayLeftOrIsOut() {
    join("ada", "bob", "kim", "eve");
    team.says("ada", "pause introductions until 30 April 2026");
    team.acme.away("bob", Away.until(Instant.parse("2026-04-02T00:00:00Z")));
    team.says("kim", "leave introductions");
    team.says("eve", "opt out");

    runs(DECIDED, TUESDAY);

    assertThat(together()).isEmpty();
    assertThat(Team.words(team.says("ada", "my introductions"))).contains("before 30 April 2026");
  }

  @Test
  void introducesNobodyToWhomTheyDoNotWantToMeetAndTellsThemOnly() {
    join("bob", "kim");
    var excluded = team.says("bob", "not with kim");

    runs(DECIDED, TUESDAY);

    assertThat(together()).isEmpty();
    assertThat(Team.words(excluded)).contains("Never with: kim");
    assertThat(exported("kim")).doesNotContain("T1/bob");
    assertThat(exported("bob")).contains("T1/kim");

    team.says("bob", "with kim again");
    runs("2026-04-13T20:00:00Z", "2026-04-14T08:00:00Z");
    assertThat(together()).hasSize(1);
  }

  @Test
  void waitsUntilAllOfThemMayBeDisturbed() {
    team.acme.clock.advance(Duration.ofSeconds(1));
    team.lives("kim", "America/New_York", Language.ENGLISH);
    join("bob", "kim");

    runs(DECIDED, TUESDAY, "2026-03-31T13:59:00Z");
    assertThat(together()).isEmpty();
    team.at("2026-03-31T14:00:00Z");

    assertThat(Team.words(the(together()).reply()))
        .contains("Wed 1 Apr, 17:00 for bob; Wed 1 Apr, 11:00 for kim");
  }

  @Test
  void beginsWithWhatBothMayOpenAndNothingElse() {
    team.acme.thread("dev", 1, "ada: hi", "bob: the board wants to sell the bakery");
    team.acme.thread("random", 9, "kim: how do we bake sourdough bread?", "ada: with patience");
    team.acme.thread(
        "random", 300, "ada: any sourdough bread?", "bob: sourdough bread is in the oven");
    team.acme.thread(
        "random", 900, "ada: sourdough bread again?", "bob: sourdough bread needs salt");
    join("bob", "kim");

    runs(DECIDED, TUESDAY);

    var words = Team.words(the(together()).reply());
    assertThat(words).contains("sourdough", "@bob", "#random").doesNotContain("board", "bakery");
  }

  @Test
  void neverQuotesWhatSomebodyHides() {
    team.acme.thread("random", 9, "ada: any sourdough?", "bob: the sourdough is in the oven");
    team.acme.thread("random", 300, "kim: who bakes sourdough?", "ada: nobody");
    join("bob", "kim");
    team.says("bob", "hide topic sourdough");

    runs(DECIDED, TUESDAY);

    assertThat(Team.words(the(together()).reply())).doesNotContain("the sourdough is in the oven");
  }

  @Test
  void joinTwoOfDifferentDepartmentsRatherThanOfOne() {
    join("ada", "bob", "kim", "eve");
    runs(DECIDED, TUESDAY);
    var first = together().stream().map(Outgoing::to).toList();
    assertThat(first).hasSize(2);

    var other = begun();
    other.acme.clock.advance(Duration.ofSeconds(1));
    first.forEach(
        two ->
            ((Destination.Together) two)
                .people()
                .forEach(person -> worksIn(other, person, "Department of " + two)));
    Stream.of("ada", "bob", "kim", "eve")
        .forEach(name -> other.says(name, "introduce me to colleagues"));
    Stream.of(DECIDED, TUESDAY).forEach(other::at);

    assertThat(other.shown.values())
        .filteredOn(
            each -> each.to() instanceof Destination.Together(var people) && people.size() > 1)
        .hasSize(2)
        .noneMatch(each -> first.contains(each.to()));
  }

  /** All have one title, which tells nothing of those whose departments are known. */
  private static void worksIn(Team team, PersonId id, String department) {
    var name = id.value();
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId(name + " in " + department),
                new Person(
                    id,
                    name,
                    name,
                    "Engineer",
                    null,
                    ZoneId.of("Europe/Rome"),
                    null,
                    Person.Standing.ACTIVE,
                    null,
                    department),
                team.acme.clock.instant())));
  }

  @Test
  void goOnInAChannelWhereWhoBeganThemIsForgotten() {
    begins("ada", "every week");
    Stream.of("bob", "kim").forEach(this::joinsInDev);
    team.presses("ada", new Command.ConfirmForget());

    runs("2026-03-23T20:00:00Z", "2026-03-24T09:00:00Z");

    assertThat(Team.words(the(together()).reply())).contains("introductions of #dev");
    assertThat(team.acme.records.everything("introduction-programmes"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.content()).doesNotContain("ada"));
  }

  /** Who meets by a channel's rhythm alone is not made to wait for the next month. */
  @Test
  void comeAWeekLaterForWhoAskedForSomebodyElseInAMonthlyChannel() {
    team.acme.closed("dev", "ada", "bob", "kim", "eve");
    begins("ada", "every month");
    Stream.of("ada", "bob", "kim", "eve").forEach(this::joinsInDev);
    runs("2026-03-23T20:00:00Z", "2026-03-30T20:00:00Z", "2026-04-06T20:00:00Z");
    runs("2026-04-13T20:00:00Z", "2026-04-14T08:00:00Z");
    assertThat(together()).hasSize(2);
    for (var opening : together()) {
      ((Destination.Together) opening.to())
          .people()
          .forEach(person -> team.presses(person, reaction(opening, Reaction.SOMEBODY_ELSE)));
    }

    runs("2026-04-20T20:00:00Z", "2026-04-21T08:00:00Z");
    assertThat(together()).hasSize(4);
    runs("2026-04-27T20:00:00Z", "2026-04-28T08:00:00Z");
    assertThat(together()).hasSize(4);
  }

  private void begins(String name, String often) {
    var preview = team.says(name, "start introductions in #dev " + often);
    team.presses(name, Team.button(preview, Command.Meet.class));
  }

  private void joinsInDev(String name) {
    team.presses(name, Team.button(the(team.posted(Team.DEV)).reply(), Command.Meet.class));
  }

  @Test
  void introducesThoseOfAChannelWhoJoinThere() {
    var preview = team.says("ada", "start introductions in #dev every week");
    assertThat(Team.words(preview)).contains("This is what #dev will read", "every week");
    assertThat(team.posted(Team.DEV)).isEmpty();
    team.presses("ada", Team.button(preview, Command.Meet.class));
    team.presses("ada", Team.button(preview, Command.Meet.class));
    var join = Team.button(the(team.posted(Team.DEV)).reply(), Command.Meet.class);
    team.presses("bob", join);
    team.presses("kim", join);
    var denied = team.says("eve", "start introductions in #dev");

    runs("2026-03-23T20:00:00Z", "2026-03-24T09:00:00Z");

    assertThat(Team.words(the(together()).reply())).contains("introductions of #dev");
    assertThat(Team.words(denied)).contains("dev").doesNotContain("will read");
    assertThat(Team.words(team.says("bob", "stop introductions in #dev"))).contains("no more");
    runs("2026-03-30T20:00:00Z", "2026-03-31T08:00:00Z");
    assertThat(together().stream().filter(PairingTest::isOpening)).hasSize(1);
  }

  @Test
  void bringsWhoWantsToLearnToAMentorWhoKnows() {
    team.says("kim", "I know about Kafka");
    team.says("kim", "be a mentor");
    team.says("bob", "be a mentor");
    team.says("eve", "I want to learn Kafka");

    runs(DECIDED, TUESDAY);

    var opening = the(together());
    assertThat(opening.to()).isEqualTo(talkOf("eve", "kim"));
    assertThat(Team.words(opening.reply())).contains("@eve wants to learn about “Kafka”");
  }

  @Test
  void showsWhoIsNewToABuddy() {
    runs("2026-03-23T20:00:00Z");
    team.acme.people("zoe");
    team.lives("zoe", "Europe/Rome", null);
    team.says("kim", "be a buddy");
    join("zoe", "bob", "ada");

    runs(DECIDED, TUESDAY);

    assertThat(together()).extracting(Outgoing::to).contains(talkOf("kim", "zoe"));
    assertThat(together().stream().map(each -> Team.words(each.reply())))
        .anyMatch(words -> words.contains("@zoe is new here"));
  }

  @Test
  void forgetsWhoWantsToBeForgotten() {
    join("bob", "kim");
    runs(DECIDED, TUESDAY);
    assertThat(exported("bob")).contains("2026-03-31.0");

    team.presses("kim", new Command.ConfirmForget());

    assertThat(exported("bob")).doesNotContain("T1/kim");
    runs("2026-04-03T08:00:00Z", "2026-04-10T08:00:00Z");
    assertThat(together()).hasSize(1);
    assertThat(team.written("bob")).isEmpty();
    assertThat(Team.words(team.says("kim", "my introductions"))).contains("to nobody");
  }

  /** Whoever comes after one who died, after any step, tells everybody the same once. */
  @Test
  void survivesADeathBetweenAnyTwoSteps() {
    var died = 1;
    for (var steps = 0; died > 0; steps++) {
      var other = begun();
      for (var name : List.of("ada", "bob", "kim", "eve")) {
        other.says(name, "introduce me to colleagues");
      }
      other.acme.clock.set(Instant.parse(DECIDED));
      died = diesAfter(steps, other) ? 1 : 0;
      other.work();
      other.acme.clock.set(Instant.parse(TUESDAY));
      died += diesTellingAfter(steps, other) ? 1 : 0;
      other.acme.clock.advance(Duration.ofHours(1));
      other.work();

      var told = other.shown.values().stream().filter(PairingTest::isOpening).toList();
      assertThat(told).as("after " + steps + " steps").hasSize(2);
      assertThat(
              told.stream().flatMap(each -> ((Destination.Together) each.to()).people().stream()))
          .as("after " + steps + " steps")
          .hasSize(4)
          .doesNotHaveDuplicates();
      other.at("2026-04-10T10:00:00Z");
      assertThat(other.written("ada")).hasSize(1);
    }
  }

  /** Decides, and dies after so many writes; false: it was done before. */
  private static boolean diesAfter(int steps, Team team) {
    try {
      Mortal.ponte(team, steps)
          .pairing()
          .deciding()
          .decide(new RoundDue(LocalDate.parse("2026-03-31")));
      return false;
    } catch (StoreUnavailableException e) {
      return true;
    }
  }

  private static boolean diesTellingAfter(int steps, Team team) {
    try {
      while (team.worker(Prompts.TOPIC, team.prompting(Mortal.ponte(team, steps))).workOnce()) {
        // One more is told.
      }
      return false;
    } catch (StoreUnavailableException e) {
      return true;
    }
  }

  private void join(String... names) {
    for (var name : names) {
      team.says(name, "introduce me to colleagues");
    }
  }

  private void runs(String... moments) {
    for (var moment : moments) {
      team.at(moment);
    }
  }

  /** What was written to several at once. */
  private List<Outgoing> together() {
    return team.shown.values().stream()
        .filter(each -> each.to() instanceof Destination.Together(var people) && people.size() > 1)
        .toList();
  }

  private static boolean isOpening(Outgoing outgoing) {
    return outgoing.key().startsWith("introduced/") && outgoing.key().endsWith("/opening");
  }

  private static Destination talkOf(String... names) {
    return new Destination.Together(
        Stream.of(names).map(Chat::person).collect(java.util.stream.Collectors.toSet()));
  }

  private static Outgoing the(List<Outgoing> all) {
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Command reaction(Outgoing outgoing, Reaction reaction) {
    return wish(
        outgoing.reply(),
        command ->
            command.wish() instanceof Acquaintance.React react && react.reaction() == reaction);
  }

  private static Command experience(Outgoing outgoing, Experience experience) {
    return wish(
        outgoing.reply(),
        command ->
            command.wish() instanceof Acquaintance.Tell tell && tell.experience() == experience);
  }

  private static Command wish(Reply reply, java.util.function.Predicate<Command.Meet> which) {
    return Team.commands(reply).stream()
        .filter(Command.Meet.class::isInstance)
        .map(Command.Meet.class::cast)
        .filter(which)
        .findFirst()
        .orElseThrow();
  }

  private String exported(String name) {
    return team.says(name, "export my data").blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.File file
                    ? Stream.of(file.content())
                    : Stream.<String>empty())
        .findFirst()
        .orElseThrow();
  }
}
