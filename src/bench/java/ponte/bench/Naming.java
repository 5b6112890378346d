package ponte.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.bench.Trial.Words;
import ponte.slack.Mrkdwn;

/** For how many questions somebody is named: of a workspace's own, and of another's. */
final class Naming {

  private final Map<Words, Count> own = new EnumMap<>(Words.class);
  private final Map<Words, Count> foreign = new EnumMap<>(Words.class);

  private record Count(int asked, int named) {

    private Count and(boolean isNamed) {
      return new Count(asked + 1, named + (isNamed ? 1 : 0));
    }

    private String share() {
      return String.format(
          Locale.ROOT, "%,d of %,d (%.1f %%)", named, asked, 100.0 * named / Math.max(1, asked));
    }
  }

  /** Counts the own questions, at the moment when they were asked. */
  void ranked(AskedQuestion question, Words kind, String words, PeopleRanking ranking) {
    if (ranking instanceof Ponte ponte && ranking.name().equals(Ponte.WHO_KNOWS)) {
      count(own, kind, ponte.names(question, words));
    }
  }

  /** Counts questions that were asked elsewhere. */
  void foreign(Ponte ponte, List<AskedQuestion> questions, Mrkdwn mrkdwn) {
    for (var question : questions) {
      count(
          foreign,
          Words.OPENING,
          ponte.names(question, mrkdwn.parse(question.text()).searchable()));
      Optional.ofNullable(question.title())
          .ifPresent(title -> count(foreign, Words.TITLE, ponte.names(question, title)));
    }
  }

  private static void count(Map<Words, Count> counts, Words kind, boolean isNamed) {
    counts.put(kind, counts.getOrDefault(kind, new Count(0, 0)).and(isNamed));
  }

  /** One line each for the own questions and for those of elsewhere; none for none. */
  List<String> lines() {
    return Stream.of(line("own", own), line("foreign", foreign)).flatMap(Optional::stream).toList();
  }

  private static Optional<String> line(String whose, Map<Words, Count> counts) {
    var parts =
        counts.entrySet().stream()
            .map(each -> new Trial.Way(each.getKey(), false) + " " + each.getValue().share())
            .toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            whose + " questions for which somebody is named: " + String.join("; ", parts));
  }
}
