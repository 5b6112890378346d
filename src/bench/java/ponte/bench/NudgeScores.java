package ponte.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ponte.bench.NudgeTrial.Followed;
import ponte.bench.NudgeTrial.Truth;
import ponte.bench.NudgeTrial.Whom;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** What following the questions of a workspace would have come to. */
final class NudgeScores {

  private static final int GROUP = 3;

  private final List<Followed> followed;
  private final Truth truth;
  private final Replay replay;

  NudgeScores(List<Followed> followed, Truth truth, Replay replay) {
    this.followed = followed;
    this.truth = truth;
    this.replay = replay;
  }

  String lines(Path export) {
    var weeks = weeks();
    var open = followed.stream().filter(Followed::open).toList();
    var settled = followed.size() - open.size();
    var lines = new StringBuilder();
    lines.append(
        String.format(
            Locale.ROOT,
            "data: %s, %,d messages, %.1f weeks%n"
                + "followed: %,d questions, %.2f a week; %,d (%.1f %%) were answered by"
                + " themselves before anybody was disturbed%n"
                + "still open: %,d, %.2f a week; by the conversations of the messages %,d had an"
                + " answer by then, %,d got one later, %,d never%n",
            export.getFileName(),
            replay.size(),
            weeks,
            followed.size(),
            followed.size() / weeks,
            settled,
            100.0 * settled / Math.max(1, followed.size()),
            open.size(),
            open.size() / weeks,
            open.stream().filter(this::wasAnswered).count(),
            open.stream().filter(each -> !wasAnswered(each) && isAnswered(each)).count(),
            open.stream().filter(each -> !isAnswered(each)).count()));
    lines.append(
        String.format(
            "%-8s %14s %14s %14s %14s %8s %8s %8s %8s%n",
            "asks",
            "at once: asked",
            "Hit@3",
            "later: offered",
            "Hit@3",
            "asks",
            "a week",
            "needless",
            "Gini"));
    lines.append(line("routing", Whom::routing, open, weeks));
    lines.append(line("Ponte", Whom::likely, open, weeks));
    return lines.toString();
  }

  private double weeks() {
    var all = replay.all();
    var span = Duration.between(all.getFirst().content().at(), all.getLast().content().at());
    return Math.max(1, span.toHours() / 168.0);
  }

  private String line(
      String name, Function<Whom, List<PersonId>> way, List<Followed> open, double weeks) {
    var asked = 0;
    var answered = 0;
    var hits = 0;
    for (var each : followed) {
      var right = answerers(each, each.asked().question().at());
      var group = group(way.apply(each.asked().first()));
      if (!right.isEmpty() && !group.isEmpty()) {
        asked++;
        hits += meets(group, right) ? 1 : 0;
      }
    }
    var asks = new HashMap<PersonId, Integer>();
    var offered = 0;
    var needless = 0;
    var later = 0;
    var laterHits = 0;
    for (var each : open) {
      var group = group(way.apply(each.then()));
      if (group.isEmpty()) {
        continue;
      }
      offered++;
      group.forEach(person -> asks.merge(person, 1, Integer::sum));
      if (wasAnswered(each)) {
        needless += group.size();
        continue;
      }
      var right = answerers(each, each.asked().due());
      if (!right.isEmpty()) {
        later++;
        laterHits += meets(group, right) ? 1 : 0;
      }
    }
    var all = asks.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        Locale.ROOT,
        "%-8s %14d %14s %14d %14s %8d %8.2f %7.1f%% %8.2f%n",
        name,
        asked,
        share(hits, asked),
        offered,
        share(laterHits, later),
        all,
        all / weeks,
        100.0 * needless / Math.max(1, all),
        gini(asks));
  }

  private static String share(int hits, int of) {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.3f (%d)", 1.0 * hits / of, of);
  }

  private static List<PersonId> group(List<PersonId> people) {
    return people.stream().limit(GROUP).toList();
  }

  private static boolean meets(List<PersonId> group, Set<PersonId> right) {
    return group.stream().anyMatch(right::contains);
  }

  /** Those who answered after a moment, of whom Ponte could have known. */
  private Set<PersonId> answerers(Followed each, Instant after) {
    return truth.answers(each.asked().question()).stream()
        .filter(answer -> answer.at().isAfter(after))
        .map(Message::author)
        .filter(each.there()::contains)
        .collect(Collectors.toSet());
  }

  private boolean wasAnswered(Followed each) {
    return truth.answers(each.asked().question()).stream()
        .anyMatch(answer -> !answer.at().isAfter(each.asked().due()));
  }

  private boolean isAnswered(Followed each) {
    return !truth.answers(each.asked().question()).isEmpty();
  }

  /** 0: all who were asked were asked as often; towards 1: one was asked for all. */
  private static double gini(Map<PersonId, Integer> asks) {
    var sorted = asks.values().stream().sorted().toList();
    var sum = 0.0;
    var weighted = 0.0;
    for (var i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i);
      weighted += (i + 1.0) * sorted.get(i);
    }
    return sum == 0
        ? 0
        : 2 * weighted / (sorted.size() * sum) - (sorted.size() + 1.0) / sorted.size();
  }
}
