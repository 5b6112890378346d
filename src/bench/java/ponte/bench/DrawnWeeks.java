package ponte.bench;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.digest.DigestRules;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/**
 * The weeks of the channels of an export in which enough was said for a digest, and some of them by
 * chance.
 *
 * @param weeks with the timestamps of what was said in each: they tell a channel that is in two
 *     exports
 * @param share how many are drawn
 */
record DrawnWeeks(Path export, Map<Week, Set<String>> weeks, int share) {

  /**
   * A channel and a week of it, from Monday on by UTC.
   *
   * @param channel its name
   * @param first the Monday
   */
  record Week(String channel, LocalDate first) {

    private static final Comparator<Week> ORDER =
        Comparator.comparing(Week::channel).thenComparing(Week::first);

    Instant end() {
      return first.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  static DrawnWeeks of(Path export, int share) {
    var rules = DigestRules.DEFAULT.span();
    var said = new HashMap<Week, List<Message>>();
    try (var source = SlackExport.open(export, Limits.DEFAULT)) {
      for (var posted : Replay.of(source).all()) {
        if (posted.content().isTalk()) {
          said.computeIfAbsent(week(posted.content(), source), _ -> new ArrayList<>())
              .add(posted.content());
        }
      }
    }
    var enough = new TreeMap<Week, Set<String>>(Week.ORDER);
    said.forEach(
        (week, messages) -> {
          if (messages.size() >= rules.fewestMessages()
              && messages.stream().map(Message::author).distinct().count()
                  >= rules.fewestPeople()) {
            enough.put(
                week,
                messages.stream()
                    .map(message -> message.id().value())
                    .collect(Collectors.toUnmodifiableSet()));
          }
        });
    return new DrawnWeeks(export, enough, share);
  }

  private static Week week(Message message, SlackExport source) {
    var name =
        source.channels().stream()
            .filter(channel -> channel.id().equals(message.channel()))
            .map(Channel::name)
            .findFirst()
            .orElse(message.channel().value());
    return new Week(
        name,
        message
            .at()
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /**
   * The same for the same seed, whatever other exports there are.
   *
   * @param read what was read already: no week is drawn of which anything was
   */
  List<Week> drawn(long seed, EarlierRuns read) {
    var left =
        new ArrayList<>(
            weeks.entrySet().stream()
                .filter(week -> !read.hasWeek(export, week.getKey()))
                .filter(week -> week.getValue().stream().noneMatch(read::hasLink))
                .map(Map.Entry::getKey)
                .toList());
    Collections.shuffle(left, new Random(Objects.hash(seed, String.valueOf(export.getFileName()))));
    return left.stream().limit(share).sorted(Week.ORDER).toList();
  }

  /** Those of earlier runs. */
  List<Week> among(EarlierRuns runs) {
    return weeks.keySet().stream().filter(week -> runs.hasWeek(export, week)).toList();
  }

  /** What was said in weeks of this export. */
  Set<String> said(List<Week> those) {
    return those.stream()
        .flatMap(week -> weeks.getOrDefault(week, Set.of()).stream())
        .collect(Collectors.toSet());
  }
}
