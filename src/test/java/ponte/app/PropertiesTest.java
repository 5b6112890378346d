package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.ArchiveProperties;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.Storage;
import ponte.command.Acquaintance;
import ponte.community.CommunityRules;
import ponte.consent.HouseRules;
import ponte.consent.Participation;
import ponte.consent.RequestLimits;
import ponte.consent.Retention;
import ponte.conversation.WorkspaceId;
import ponte.digest.Rewriter;
import ponte.directory.ChannelRules;
import ponte.directory.Roles;
import ponte.expert.ExpertRules;
import ponte.introduction.IntroductionRules;
import ponte.listening.ListeningRules;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.NudgeRules;
import ponte.nudge.Politeness;
import ponte.pairing.PairingRules;
import ponte.seeding.SeedingRules;

/** The settings: what holds where nobody sets anything, and what is refused. */
class PropertiesTest {

  private final ApplicationContextRunner server =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(AllProperties.class);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({
    PonteProperties.class,
    ExpertProperties.class,
    DigestProperties.class,
    IntroductionProperties.class,
    FollowProperties.class,
    PairingProperties.class,
    SeedingProperties.class,
    ListeningProperties.class,
    NudgeProperties.class,
    CommunityProperties.class,
    MapProperties.class,
    RoleProperties.class,
    PeopleProperties.class,
    ChannelProperties.class,
    RetentionProperties.class,
    AuditProperties.class,
    LimitProperties.class,
    ScheduleProperties.class,
    RewriterProperties.class,
    ArchiveProperties.class
  })
  static class AllProperties {}

  @Test
  void keepsMessagesInLuceneAndKnowsNoCluster() {
    server.run(
        context -> {
          var archive = context.getBean(ArchiveProperties.class);
          assertThat(archive.kind()).isEqualTo(ArchiveStorage.Kind.LUCENE);
          assertThat(archive.also()).isNull();
          assertThat(archive.nodes()).containsExactly(URI.create("http://localhost:9200"));
          assertThat(archive.user()).isNull();
          assertThat(archive.password()).isNull();
          assertThat(archive.caFile()).isNull();
          assertThat(archive.prefix()).isEqualTo("ponte");
          assertThat(archive.shards()).isEqualTo(1);
          assertThat(archive.copies()).isEqualTo(1);
          assertThat(archive.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
          assertThat(archive.timeout()).isEqualTo(Duration.ofSeconds(30));
        });
  }

  @Test
  void startsWithTheDemoOnDataInTheWorkingDirectory() {
    server.run(
        context ->
            assertThat(context.getBean(PonteProperties.class))
                .isEqualTo(
                    new PonteProperties(
                        Path.of("data"),
                        Storage.Kind.EMBEDDED,
                        Duration.ofMinutes(2),
                        null,
                        true,
                        false)));
  }

  @Test
  void hearsEverywhereNamesEverybodyKeepsMessagesForEverAndTheAuditForAYear() {
    server.run(
        context -> {
          assertThat(context.getBean(ChannelProperties.class))
              .isEqualTo(new ChannelProperties(Set.of(), Set.of()));
          assertThat(context.getBean(PeopleProperties.class))
              .isEqualTo(new PeopleProperties(Set.of()));
          assertThat(context.getBean(RetentionProperties.class))
              .isEqualTo(new RetentionProperties(null, Map.of(), Map.of()));
          assertThat(context.getBean(AuditProperties.class))
              .isEqualTo(new AuditProperties(Duration.ofDays(365)));
          assertThat(context.getBean(LimitProperties.class))
              .isEqualTo(new LimitProperties(60, 600));
        });
  }

  @Test
  void readsTheRulesOfTheHouseAsTheyAreWritten() {
    var rules =
        Settings.of(
            new MockEnvironment()
                .withProperty("ponte.works-council", "true")
                .withProperty("ponte.people.never-named", "boss@acme.org, #board")
                .withProperty("ponte.channels.deny", "hr-*,T1/C7")
                .withProperty("ponte.retention.default", "365d")
                .withProperty("ponte.retention.workspaces.T1", "90d")
                .withProperty("ponte.retention.channels[19:a@thread.tacv2]", "30d")
                .withProperty("ponte.audit.keep", "730d")
                .withProperty("ponte.limits.per-minute", "20"));

    assertThat(rules.channels()).isEqualTo(ChannelRules.of(Set.of(), Set.of("hr-*", "t1/c7")));
    assertThat(rules.rules().house())
        .isEqualTo(
            new HouseRules(
                new Participation(true, Set.of("boss@acme.org", "#board")),
                new Retention(
                    Duration.ofDays(365),
                    Map.of("t1", Duration.ofDays(90)),
                    Map.of("19:a@thread.tacv2", Duration.ofDays(30))),
                Duration.ofDays(730),
                new RequestLimits(20, 600)));
  }

  @ParameterizedTest
  @CsvSource({
    "ponte.retention.default, 0d",
    "ponte.retention.channels.dev, 1h",
    "ponte.audit.keep, 1h",
    "ponte.limits.per-minute, 0",
    "ponte.limits.per-hour, 1000000"
  })
  void refusesToKeepAnythingForLessThanADay(String property, String value) {
    var environment = new MockEnvironment().withProperty(property, value);

    assertThatThrownBy(() -> Settings.of(environment)).isInstanceOf(BindException.class);
  }

  @Test
  void namesThreePeopleWhereTwoConversationsSpeakForThem() {
    server.run(
        context ->
            assertThat(context.getBean(ExpertProperties.class))
                .isEqualTo(
                    new ExpertProperties(
                        3,
                        5,
                        2,
                        0.3,
                        0.5,
                        0.4,
                        Duration.ofDays(180),
                        new ExpertProperties.Feedback(
                            0.85,
                            4,
                            Duration.ofDays(180),
                            0.1,
                            Duration.ofDays(21),
                            Duration.ofDays(14),
                            0.2),
                        new ExpertProperties.Routing(0.3, 0.2, 3, 0.2))));
  }

  @Test
  void writesTenLinesAboutAWeek() {
    server.run(
        context ->
            assertThat(context.getBean(DigestProperties.class))
                .isEqualTo(
                    new DigestProperties(
                        Duration.ofDays(7), 30, 10, 10, 3, Duration.ofHours(24), 3, 2, 3, 3, 3)));
  }

  @Test
  void asksAfterTwoWorkingDaysAndInvitesThree() {
    server.run(
        context ->
            assertThat(context.getBean(IntroductionProperties.class))
                .isEqualTo(new IntroductionProperties(2, Duration.ofHours(4), 3, 1, 3)));
  }

  @Test
  void tellsWhoFollowsTwentyTopicsAtNine() {
    server.run(
        context ->
            assertThat(context.getBean(FollowProperties.class))
                .isEqualTo(new FollowProperties(20, LocalTime.of(9, 0))));
  }

  @Test
  void introducesEveryTwoWeeksOnTuesdayAtTenAndNotAgainForHalfAYear() {
    server.run(
        context ->
            assertThat(context.getBean(PairingProperties.class))
                .isEqualTo(
                    new PairingProperties(
                        true,
                        Acquaintance.Cadence.EVERY_TWO_WEEKS,
                        DayOfWeek.TUESDAY,
                        LocalTime.of(10, 0),
                        Duration.ofDays(180),
                        Duration.ofDays(30),
                        Duration.ofDays(3),
                        Duration.ofDays(10))));
  }

  @Test
  void beginsOneDiscussionAWeekInAChannelAndTellsOfItAfterThreeDays() {
    server.run(
        context ->
            assertThat(context.getBean(SeedingProperties.class))
                .isEqualTo(
                    new SeedingProperties(
                        5, Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1))));
  }

  @Test
  void listensByTheNumbersOfTheCore() {
    server.run(
        context ->
            assertThat(context.getBean(ListeningProperties.class).rules())
                .isEqualTo(ListeningRules.DEFAULT));
  }

  @Test
  void drawsThreeMonthsAndNoGroupOfFewerThanFive() {
    server.run(
        context ->
            assertThat(context.getBean(MapProperties.class))
                .isEqualTo(new MapProperties(Duration.ofDays(90), 5)));
    server.withPropertyValues("ponte.map.fewest=4").run(context -> assertThat(context).hasFailed());
  }

  @Test
  void showsAPostAnHourBeforeItsTimeAndSendsTenDigestsToOnePerson() {
    server.run(
        context ->
            assertThat(context.getBean(ScheduleProperties.class))
                .isEqualTo(new ScheduleProperties(Duration.ofHours(1), 10)));
  }

  @Test
  void keepsTheHolidaysOfWhereEachPersonIs() {
    server.run(
        context ->
            assertThat(context.getBean(NudgeProperties.class))
                .isEqualTo(nudges(List.of(), Set.of(), 0.1)));
  }

  @Test
  void knowsTheCountryOfAllWorkspacesAndOfSingleOnes() {
    var set = nudges(List.of("it", "T0GMBH = DE"), Set.of("random"), 0.2);

    assertThat(set.politeness())
        .isEqualTo(
            new Politeness(
                new Countries(Map.of("t0gmbh", "DE"), "IT"),
                Set.of("random"),
                new EffectRules(0.2)));
  }

  private static NudgeProperties nudges(List<String> country, Set<String> quiet, double helpful) {
    return new NudgeProperties(
        country,
        quiet,
        helpful,
        Duration.ofHours(4),
        Duration.ofHours(24),
        2,
        Duration.ofHours(72),
        Set.of("false"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | false | false",
        "true | true | true",
        "T0ACME | true | false",
        "t0acme, T0GMBH | true | true"
      })
  void allowsToAskWithoutANameWhereItIsSaid(String written, boolean acme, boolean gmbh) {
    var unnamed =
        Settings.of(new MockEnvironment().withProperty("ponte.nudges.anonymous", written))
            .rules()
            .nudges()
            .unnamed();

    assertThat(unnamed.allow(new WorkspaceId("T0ACME"))).isEqualTo(acme);
    assertThat(unnamed.allow(new WorkspaceId("T0GMBH"))).isEqualTo(gmbh);
  }

  @Test
  void looksBackOverAYearOfTheCommunity() {
    server.run(
        context ->
            assertThat(context.getBean(CommunityProperties.class).rules())
                .isEqualTo(CommunityRules.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"27d", "3661d"})
  void refusesToLookBackOverTooLittleOrTooMuch(String time) {
    server
        .withPropertyValues("ponte.community.look-back=" + time)
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void rephrasesNothing() {
    server.run(
        context ->
            assertThat(context.getBean(RewriterProperties.class).rewriter(Clock.systemUTC()))
                .isSameAs(Rewriter.NONE));
  }

  @Test
  void hasTheDefaultsOfTheRules() {
    var settings = Settings.of(new MockEnvironment());

    assertThat(settings.rules()).isEqualTo(Demo.SETTINGS.rules().with(Roles.OF_THE_DEMO));
    assertThat(settings)
        .usingRecursiveComparison()
        .ignoringFields("rules", "archive.cluster")
        .isEqualTo(Demo.SETTINGS);
  }

  @Test
  void theDemoHasItsCommunityManagerUntilSomebodyHasARole() {
    var settings = new MockEnvironment();
    assertThat(Settings.of(settings).rules().roles()).isEqualTo(Roles.OF_THE_DEMO);
    assertThat(Settings.of(settings).rules().roles().given()).isEqualTo(Roles.NONE);

    settings.setProperty("ponte.roles.administrators", "ada@acme.example");
    assertThat(Settings.of(settings).rules().roles())
        .isEqualTo(new Roles(Set.of(), Set.of("ada@acme.example")));
  }

  @ParameterizedTest
  @CsvSource({
    "ponte.introductions.working-days, 0",
    "ponte.introductions.invited, 6",
    "ponte.introductions.daily, 0",
    "ponte.nudges.country, Italy",
    "ponte.nudges.after, -1h",
    "ponte.nudges.next, 0s",
    "ponte.nudges.groups, 0",
    "ponte.nudges.listed, 21d",
    "ponte.nudges.helpful, 1.1",
    "ponte.nudges.country, Italy",
    "ponte.nudges.country, T0ACME=Italia",
    "ponte.schedules.preview, 1m",
    "ponte.schedules.most-private, 0",
    "ponte.follow.topics, 0",
    "ponte.follow.at, noon",
    "ponte.pairing.every, yearly",
    "ponte.pairing.repeat, 0d",
    "ponte.pairing.reminder, 7d",
    "ponte.pairing.later, 6d",
    "ponte.seeding.proposals, 0",
    "ponte.seeding.apart, 61d",
    "ponte.seeding.outcome, 15d",
    "ponte.seeding.rallies, 0s",
    "ponte.listening.history, 13d",
    "ponte.listening.trends.people, 1",
    "ponte.experts.people, 0",
    "ponte.experts.people, 6",
    "ponte.experts.most, 21",
    "ponte.experts.evidence, 0",
    "ponte.experts.opening, 1.1",
    "ponte.experts.thanked, -0.1",
    "ponte.experts.elsewhere, 1.1",
    "ponte.experts.half-life, 0d",
    "ponte.experts.feedback.step, 0",
    "ponte.experts.feedback.most, 0",
    "ponte.experts.feedback.half-life, 0d",
    "ponte.experts.feedback.own, 1.1",
    "ponte.experts.feedback.no-time, 366d",
    "ponte.experts.feedback.lately, 61d",
    "ponte.experts.feedback.near, 0.6",
    "ponte.experts.routing.joined, -0.1",
    "ponte.experts.routing.seen, 11",
    "ponte.experts.routing.daytime, -1",
    "ponte.experts.routing.elsewhere, 1.1",
    "ponte.digest.window, 59m",
    "ponte.digest.window, 31d",
    "ponte.digest.most-days, 0",
    "ponte.digest.lines, 26",
    "ponte.digest.fewest-messages, 0",
    "ponte.digest.fewest-people, 0",
    "ponte.digest.open-after, -1h",
    "ponte.digest.rewriter.base-url, ftp://models.example.org/v1",
    "ponte.digest.rewriter.base-url, /v1",
    "ponte.digest.rewriter.base-url, http://me:secret@models.example.org/v1",
    "ponte.digest.rewriter.base-url, http://models.example.org/v1?to=elsewhere",
    "ponte.digest.rewriter.patience, 31s",
    "ponte.digest.rewriter.at-once, 0",
    "ponte.demo, perhaps"
  })
  void refusesToStartWith(String property, String value) {
    server
        .withPropertyValues(property + "=" + value)
        .run(context -> assertThat(context).hasFailed());
  }

  @ParameterizedTest
  @CsvSource({
    "ponte.introductions.working-days, 0",
    "ponte.introductions.invited, 6",
    "ponte.introductions.daily, 0",
    "ponte.follow.topics, 0",
    "ponte.follow.at, noon",
    "ponte.pairing.every, yearly",
    "ponte.pairing.repeat, 0d",
    "ponte.pairing.reminder, 7d",
    "ponte.pairing.later, 6d",
    "ponte.seeding.proposals, 0",
    "ponte.seeding.apart, 61d",
    "ponte.seeding.outcome, 15d",
    "ponte.seeding.rallies, 0s",
    "ponte.listening.history, 13d",
    "ponte.listening.trends.people, 1",
    "ponte.experts.people, 0",
    "ponte.experts.people, 6",
    "ponte.experts.half-life, 0d",
    "ponte.experts.feedback.near, 0.6",
    "ponte.digest.window, 31d",
    "ponte.digest.lines, 26",
    "ponte.digest.open-after, -1h",
    "ponte.digest.rewriter.base-url, ftp://models.example.org/v1"
  })
  void refusesInACommandWhatTheServerRefuses(String property, String value) {
    var environment = new MockEnvironment().withProperty(property, value);

    assertThatThrownBy(() -> Settings.of(environment)).isInstanceOf(BindException.class);
  }

  @Test
  void bringsSettingsToTheRules() {
    var environment = new MockEnvironment();
    Map.ofEntries(
            Map.entry("ponte.experts.people", "4"),
            Map.entry("ponte.experts.most", "7"),
            Map.entry("ponte.experts.evidence", "3"),
            Map.entry("ponte.experts.opening", "0.2"),
            Map.entry("ponte.experts.thanked", "1"),
            Map.entry("ponte.experts.elsewhere", "0.6"),
            Map.entry("ponte.experts.half-life", "90d"),
            Map.entry("ponte.experts.feedback.step", "0.9"),
            Map.entry("ponte.experts.feedback.most", "6"),
            Map.entry("ponte.experts.feedback.half-life", "365d"),
            Map.entry("ponte.experts.feedback.own", "0"),
            Map.entry("ponte.experts.feedback.no-time", "7d"),
            Map.entry("ponte.experts.feedback.lately", "30d"),
            Map.entry("ponte.experts.feedback.near", "0.1"),
            Map.entry("ponte.experts.routing.joined", "0"),
            Map.entry("ponte.experts.routing.seen", "0.5"),
            Map.entry("ponte.experts.routing.daytime", "1"),
            Map.entry("ponte.experts.routing.elsewhere", "0.9"),
            Map.entry("ponte.digest.window", "14d"),
            Map.entry("ponte.digest.most-days", "60"),
            Map.entry("ponte.digest.lines", "5"),
            Map.entry("ponte.digest.fewest-messages", "20"),
            Map.entry("ponte.digest.fewest-people", "4"),
            Map.entry("ponte.digest.open-after", "48h"),
            Map.entry("ponte.introductions.working-days", "3"),
            Map.entry("ponte.introductions.after-answer", "1h"),
            Map.entry("ponte.introductions.invited", "2"),
            Map.entry("ponte.introductions.daily", "2"),
            Map.entry("ponte.introductions.weekly", "5"),
            Map.entry("ponte.nudges.after", "2h"),
            Map.entry("ponte.nudges.next", "12h"),
            Map.entry("ponte.nudges.groups", "3"),
            Map.entry("ponte.nudges.listed", "48h"),
            Map.entry("ponte.follow.topics", "5"),
            Map.entry("ponte.pairing.company", "false"),
            Map.entry("ponte.pairing.every", "monthly"),
            Map.entry("ponte.pairing.day", "thursday"),
            Map.entry("ponte.pairing.at", "09:30"),
            Map.entry("ponte.pairing.repeat", "90d"),
            Map.entry("ponte.pairing.newcomer", "60d"),
            Map.entry("ponte.pairing.reminder", "2d"),
            Map.entry("ponte.pairing.later", "14d"),
            Map.entry("ponte.seeding.proposals", "3"),
            Map.entry("ponte.seeding.apart", "14d"),
            Map.entry("ponte.seeding.outcome", "2d"),
            Map.entry("ponte.seeding.rallies", "12h"),
            Map.entry("ponte.follow.at", "08:30"))
        .forEach(environment::setProperty);

    var settings = Settings.of(environment);

    var experts = settings.rules().experts();
    assertThat(experts.people()).isEqualTo(4);
    assertThat(experts.most()).isEqualTo(7);
    assertThat(experts.evidence().pieces()).isEqualTo(3);
    assertThat(experts.votes().opening()).isEqualTo(0.2);
    assertThat(experts.votes().thanked()).isEqualTo(1);
    assertThat(experts.votes().elsewhere()).isEqualTo(0.6);
    assertThat(experts.votes().halfLife()).isEqualTo(Duration.ofDays(90));
    assertThat(experts.feedback())
        .isEqualTo(
            new ExpertRules.Feedback(
                0.9, 6, Duration.ofDays(365), 0, Duration.ofDays(7), Duration.ofDays(30), 0.1));
    assertThat(experts.routing())
        .isEqualTo(
            new ExpertRules.Routing(
                0.6, 0.9, 1.5, 0.6, 0.5, 1, Duration.ofHours(3), 200, 0, 0.5, 0.2));
    assertThat(settings.rules().seeding())
        .isEqualTo(
            new SeedingRules(3, Duration.ofDays(14), Duration.ofDays(2), Duration.ofHours(12)));
    var digest = settings.rules().digest();
    assertThat(digest.span().usual()).isEqualTo(Duration.ofDays(14));
    assertThat(digest.span().mostDays()).isEqualTo(60);
    assertThat(digest.lines().most()).isEqualTo(5);
    assertThat(digest.lines().discussions()).isEqualTo(5);
    assertThat(digest.span().fewestMessages()).isEqualTo(20);
    assertThat(digest.span().fewestPeople()).isEqualTo(4);
    assertThat(digest.open().after()).isEqualTo(Duration.ofHours(48));
    assertThat(settings.rules().introductions())
        .isEqualTo(new IntroductionRules(3, Duration.ofHours(1), 2, 2, 5));
    assertThat(settings.rules().nudges())
        .isEqualTo(
            new NudgeRules(Duration.ofHours(2), Duration.ofHours(12), 3, Duration.ofHours(48)));
    assertThat(settings.rules().follow().topics()).isEqualTo(5);
    assertThat(settings.rules().follow().at()).isEqualTo(LocalTime.of(8, 30));
    assertThat(settings.rules().pairing())
        .isEqualTo(
            new PairingRules(
                false,
                Acquaintance.Cadence.MONTHLY,
                DayOfWeek.THURSDAY,
                LocalTime.of(9, 30),
                Duration.ofDays(90),
                Duration.ofDays(60),
                Duration.ofDays(2),
                Duration.ofDays(14)));
  }
}
