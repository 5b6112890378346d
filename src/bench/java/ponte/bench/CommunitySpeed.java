package ponte.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.community.map.PeopleMaps;
import ponte.conversation.Audience;
import ponte.conversation.TimeSpan;

/** How fast Ponte makes what community managers look at, and what it keeps for it. */
final class CommunitySpeed {

  private static final Duration MONTH = Duration.ofDays(28);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Path data;

  /**
   * @param data where a Ponte has loaded something and was closed
   */
  CommunitySpeed(Path data) {
    this.data = data;
  }

  void measure() {
    try (var ponte = Replica.open(data, Settings.fromEnvironment(), clock())) {
      var everything = ponte.directory().everybody();
      var now = ponte.archive().extent(everything).newest();
      if (now == null) {
        throw new IllegalArgumentException("nothing was said");
      }
      ponte.nlp().warmUp();
      measure(ponte, everything, now.plusMillis(1));
    }
  }

  /** That of the last message, so that the last weeks are full. */
  private Clock clock() {
    try (var ponte = Replica.open(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      var newest = ponte.archive().extent(ponte.directory().everybody()).newest();
      return newest == null
          ? Clock.systemUTC()
          : Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), newest));
    }
  }

  private static void measure(Replica ponte, Audience everything, Instant now) {
    var month = TimeSpan.before(now, MONTH);
    var week = TimeSpan.before(now, Duration.ofDays(7));
    var quarter = TimeSpan.before(now, MONTH.multipliedBy(3));
    var past = TimeSpan.before(now.minus(MONTH.multipliedBy(2)), MONTH);
    var year = TimeSpan.before(now, YEAR);
    var community = ponte.ponte().community().scorecards();
    twice("scorecard of a month", () -> community.of(null, month, everything, ZoneOffset.UTC));
    twice("scorecard of a year", () -> community.of(null, year, everything, ZoneOffset.UTC));
    twice("each channel of a year", () -> community.rooms(year, everything));
    var ears = ponte.ponte().listening().ears();
    var half = ponte.ponte().listening().longSpan();
    twice("trends and new words", () -> ears.heard(everything, month, List.of()));
    twice("trends of last week", () -> ears.heard(everything, week, List.of()));
    twice("trends of a quarter", () -> ears.heard(everything, quarter, List.of()));
    twice("trends of a past month", () -> ears.heard(everything, past, List.of()));
    twice("recurring questions", () -> ears.recurring().over(everything, half, List.of()));
    twice("knowledge at risk", () -> ears.risks().over(everything, half, List.of()));
    var kept = Machine.usedHeapMegabytes();
    ears.forgetAll();
    System.out.printf(
        Locale.ROOT,
        "what was read for these looks takes %,d MB%n",
        kept - Machine.usedHeapMegabytes());
    var maps = ponte.ponte().maps().made();
    var wish = new PeopleMaps.Wish(maps.lately(), Set.of(), null);
    twice("map of people", () -> maps.of(wish, everything));
  }

  private static void twice(String what, Supplier<?> look) {
    var first = Taken.by(look);
    var again = Taken.by(look);
    System.out.printf(
        Locale.ROOT,
        "%-24s %s, again %s; heap in use %,d MB%n",
        what,
        first,
        again,
        Machine.usedHeapMegabytes());
  }

  /** How long a look took, by the clock and of the processors, in seconds. */
  private record Taken(double clock, double processors) {

    static Taken by(Supplier<?> look) {
      var processors = Machine.processorNanos();
      var start = System.nanoTime();
      Objects.requireNonNull(look.get());
      return new Taken(
          (System.nanoTime() - start) / 1e9, (Machine.processorNanos() - processors) / 1e9);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%7.2f s (%.2f s of processors)", clock, processors);
    }
  }
}
