package ponte.app.alike;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import ponte.TestClock;
import ponte.app.BesideOthers;

/** Plays the same on Slack and on Teams, each time with a Ponte that knows nothing yet. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the processors, for one platform after the other")
@ResourceLock(BesideOthers.TRACES)
abstract class OnBothPlatforms {

  enum On {
    SLACK,
    TEAMS
  }

  private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
  private static final TestClock CLOCK = TestClock.at(BEGIN);

  private static Map<On, Town> towns = Map.of();

  @BeforeAll
  static void open() {
    var others =
        new TreeMap<>(
            Map.of("fabio", "Fabio Testa", "giulia", "Giulia Manca", "livia", "Livia Serra"));
    towns =
        Map.of(
            On.SLACK,
            new InSlack(new Office("T1", "C1", BEGIN, others), CLOCK),
            On.TEAMS,
            new InTeams(
                new Office(
                    "b28fdbfd-2b78-4f93-b0f8-8881793f0f8f",
                    "19:payments@thread.tacv2",
                    BEGIN,
                    others),
                CLOCK));
  }

  @AfterAll
  static void close() {
    towns.values().forEach(Town::close);
  }

  /** A stage on which everything is kept in memory. */
  static Stage stage(On platform) {
    return stage(platform, town -> Core.inMemory(Stage.rules(town.office()), CLOCK));
  }

  static Stage stage(On platform, Function<Town, Core> core) {
    var town = towns.get(platform);
    if (town == null) {
      throw new IllegalStateException("nobody plays " + platform);
    }
    CLOCK.set(BEGIN);
    town.posts().clear();
    town.played().answersAgain();
    return new Stage(town, CLOCK, core.apply(town)).begin();
  }

  static TestClock clock() {
    return CLOCK;
  }
}
