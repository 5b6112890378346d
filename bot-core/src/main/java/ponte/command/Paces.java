package ponte.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Pace;
import ponte.command.Command.Rhythm;
import ponte.nlp.Language;

/** How often somebody wants to hear of something, as people of one language say it. */
final class Paces {

  private static final int MOST_WORDS = 6;
  private static final LocalTime USUAL = LocalTime.of(9, 0);

  private final Language language;
  private final Map<Pace, Pattern> known = new EnumMap<>(Pace.class);
  private final Pattern other;
  private final Rhythms rhythms;

  Paces(Language language) {
    var book = Phrasebook.of(language);
    this.language = language;
    known.put(Pace.AT_ONCE, Pattern.compile(book.anyOf("pace-at-once")));
    known.put(Pace.DAILY, Pattern.compile(book.anyOf("pace-daily")));
    known.put(Pace.WEEKLY, Pattern.compile(book.anyOf("pace-weekly")));
    other = Pattern.compile(book.anyOf("pace-other"));
    rhythms = new Rhythms(language);
  }

  /**
   * A rhythm.
   *
   * @param pace null: none of those that there are
   */
  record Said(@Nullable Pace pace) {}

  /** A topic and what is said behind it of how often; null: nothing. */
  record Paced(Written topic, @Nullable Said said) {}

  /** What these words alone say; empty where they say no rhythm. */
  Optional<Said> of(String folded) {
    for (var each : known.entrySet()) {
      if (each.getValue().matcher(folded).matches()) {
        return Optional.of(new Said(each.getKey()));
      }
    }
    return rhythms
        .of(folded)
        .map(Paces::nearest)
        .or(() -> other.matcher(folded).matches() ? Optional.of(new Said(null)) : Optional.empty());
  }

  private static Said nearest(Rhythm rhythm) {
    if (!rhythm.time().equals(USUAL)) {
      return new Said(null);
    }
    return new Said(
        switch (rhythm.days().size()) {
          case 1 -> Pace.WEEKLY;
          case 5 -> rhythm.days().contains(DayOfWeek.SATURDAY) ? null : Pace.DAILY;
          case 7 -> Pace.DAILY;
          default -> null;
        });
  }

  /** Takes from the end of these words how often, the longest that says so, and kind words. */
  Paced behind(Written words) {
    var topic = Topics.withoutCloser(words, language);
    var ends = new ArrayList<Integer>();
    for (var at = topic.folded().indexOf(' '); at >= 0; at = topic.folded().indexOf(' ', at + 1)) {
      ends.add(at);
    }
    for (var at : ends.subList(Math.max(0, ends.size() - MOST_WORDS), ends.size())) {
      var said = of(topic.folded().substring(at + 1));
      if (said.isPresent()) {
        return new Paced(Topics.withoutCloser(topic.cut(0, at).bare(), language), said.get());
      }
    }
    return new Paced(topic, null);
  }

  /** What there is to choose from for whoever wants another one, the nearest first. */
  static List<Pace> offered() {
    return List.of(Pace.WEEKLY, Pace.DAILY, Pace.AT_ONCE);
  }
}
