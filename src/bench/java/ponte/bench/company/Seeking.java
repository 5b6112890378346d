package ponte.bench.company;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ponte.bench.company.Chance.About;

/**
 * Somebody wants to talk with a colleague who knows about a subject, instead of asking a channel.
 *
 * @param number counts them in order of time
 * @param who the number of a colleague
 * @param named the colleague they have heard of; null: the bot is to say who knows about it
 */
record Seeking(int number, int who, int subject, Instant at, @Nullable Integer named) {

  private static final Duration WORKDAY = Duration.ofMinutes(8 * 60 + 30);

  /** All that is sought in so many weeks. */
  static List<Seeking> in(Company company, int weeks, Assumptions people) {
    var drawn = new ArrayList<Seeking>();
    for (var week = 0; week < weeks; week++) {
      for (var who : company.people()) {
        var chance = company.chance().of(About.SEEKING, week, who.number());
        if (chance.nextDouble() < people.seeks()) {
          drawn(company, who, week, chance).ifPresent(drawn::add);
        }
      }
    }
    drawn.sort(Comparator.comparing(Seeking::at).thenComparing(Seeking::who));
    return IntStream.range(0, drawn.size()).mapToObj(i -> drawn.get(i).numbered(i)).toList();
  }

  private static Optional<Seeking> drawn(
      Company company, Colleague who, int week, RandomGenerator chance) {
    var subject = company.wondered(who, chance);
    var at =
        Company.FIRST
            .plusWeeks(week)
            .plusDays(chance.nextInt(DayOfWeek.FRIDAY.getValue()))
            .atTime(9, 0)
            .plusSeconds(chance.nextInt((int) WORKDAY.toSeconds()))
            .atZone(who.site().zone())
            .toInstant();
    var named =
        chance.nextDouble() < Assumptions.NAMES ? known(company, who, subject, chance) : null;
    return who.level(subject) > 0 || !who.site().works(at)
        ? Optional.empty()
        : Optional.of(new Seeking(0, who.number(), subject, at, named));
  }

  /** Any of those who know about it, wherever they are; null: there is nobody else. */
  private static @Nullable Integer known(
      Company company, Colleague who, int subject, RandomGenerator chance) {
    var knowing =
        company.people().stream()
            .filter(each -> each != who && each.level(subject) > 0)
            .map(Colleague::number)
            .toList();
    return knowing.isEmpty() ? null : knowing.get(chance.nextInt(knowing.size()));
  }

  private Seeking numbered(int place) {
    return new Seeking(place, who, subject, at, named);
  }
}
