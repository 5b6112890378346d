package ponte.bench.company;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Chance that is the same for the same thing, in whatever order things happen: two policies meet
 * the same people, who are asked the same.
 */
record Chance(long seed) {

  /** What is drawn by it, so that two draws about one thing have nothing to do with each other. */
  enum About {
    COLLEAGUE,
    MEMBER,
    QUESTION,
    REACTION,
    ANNOYANCE,
    THANKS,
    WEEK,
    SEEKING,
    SUGGESTION
  }

  SplittableRandom of(About about, long... what) {
    var mixed = mix(seed + about.ordinal());
    for (var each : what) {
      mixed = mix(mixed ^ mix(each));
    }
    return new SplittableRandom(mixed);
  }

  /** A time with this median; one in six is longer than it by e to the spread. */
  static Duration time(SplittableRandom chance, double medianHours, double spread) {
    var hours = medianHours * Math.exp(spread * chance.nextGaussian());
    return Duration.ofSeconds(Math.max(1, Math.round(hours * 3600)));
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long value) {
    var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31) + 0x9e3779b97f4a7c15L;
  }
}
