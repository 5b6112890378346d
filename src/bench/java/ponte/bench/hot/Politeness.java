package ponte.bench.hot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ponte.app.holidays.JollydayHolidays;
import ponte.conversation.Person;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Kind;
import ponte.nudge.Nudge;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;

/**
 * Whether a person may be told something now that they did not ask for: people of the export by
 * turns, half an hour into a working day and half an hour after one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Politeness {

  /** A Tuesday that is no holiday in any country of the demo. */
  private static final Instant DAY = Instant.parse("2026-03-03T00:00:00Z");

  private List<Nudge> nudges = List.of();
  private Gate byDay;
  private Gate byNight;
  private int next;

  @Setup
  public void collect(Workspace workspace) {
    var until = DAY.plus(Duration.ofDays(3));
    nudges =
        workspace.ponte().directory().people().stream()
            .filter(Person::isActive)
            .map(person -> new Nudge(person.id(), "bench", Kind.INVITATION, null, until))
            .toList();
    byDay = gate(workspace, DAY.plus(Duration.ofHours(9)).plus(Duration.ofMinutes(30)));
    byNight = gate(workspace, DAY.plus(Duration.ofHours(18)).plus(Duration.ofMinutes(30)));
  }

  private static Gate gate(Workspace workspace, Instant now) {
    var ponte = workspace.ponte();
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    return new Gate(
        ponte.directory(),
        ponte.ponte().preferences(),
        new Ration(ponte.records(), 1, 3, clock),
        new Effects(ponte.records(), EffectRules.DEFAULT, clock),
        Countries.BY_ZONE,
        new JollydayHolidays(),
        QuietChannels.named(Set.of(), ponte.directory()),
        clock);
  }

  @Benchmark
  public Gate.Answer byDay() {
    return byDay.ask(nudges.get(next++ % nudges.size()));
  }

  @Benchmark
  public Gate.Answer byNight() {
    return byNight.ask(nudges.get(next++ % nudges.size()));
  }
}
