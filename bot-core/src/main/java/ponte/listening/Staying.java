package ponte.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ponte.listening.ListeningRules.Trends;
import ponte.listening.Trend.Direction;

/**
 * Finds what people spoke of most with each other, whatever they spoke of before: where nothing
 * rises, that is what there was. What comes up on most days is how they speak.
 */
final class Staying {

  private static final int SHOWN = 3;

  /** Further down it is a few words between few. */
  private static final int CANDIDATES = 60;

  private final Perennials perennials;
  private final Trends rules;

  Staying(Perennials perennials, Trends rules) {
    this.perennials = perennials;
    this.rules = rules;
  }

  /** Those of which most spoke in one conversation first, at most three. */
  List<Trend> in(Look look) {
    var trends = new ArrayList<Trend>();
    var told = new Told();
    for (var each : circles(look)) {
      if (trends.size() == SHOWN) {
        break;
      }
      if (!told.has(each.said().spoken())) {
        look.named(each.key(), each.said().spoken())
            .filter(topic -> isOne(topic, look))
            .filter(topic -> told.add(look.wave(topic.spoken()).now().spoken()))
            .ifPresent(topic -> trends.add(look.trend(topic, Direction.STAYING)));
      }
    }
    return trends;
  }

  private record Circle(long key, Wave.Side said, int people) {}

  private List<Circle> circles(Look look) {
    return look.keys()
        .flatMap(key -> circle(key, look.wave(look.of(key)).now()).stream())
        .sorted(
            Comparator.comparingInt((Circle each) -> -each.people())
                .thenComparing(each -> -each.said().voices())
                .thenComparing(Circle::key))
        .limit(CANDIDATES)
        .toList();
  }

  /** Those who spoke of it with each other; empty where they are too few. */
  private Optional<Circle> circle(long key, Wave.Side said) {
    if (said.spoken().size() < rules.people()) {
      return Optional.empty();
    }
    int people = said.together();
    return people < rules.people() ? Optional.empty() : Optional.of(new Circle(key, said, people));
  }

  private boolean isOne(Look.Named topic, Look look) {
    var wave = look.wave(topic.spoken());
    return wave.now().together() >= rules.people()
        && 2 * wave.now().distinct(Spoken::day) <= look.days()
        && !perennials.isOfTheTrade(topic, wave, look.from());
  }
}
