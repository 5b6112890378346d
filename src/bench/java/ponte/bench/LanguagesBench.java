package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.Sought;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wordings;

/** Are conversations found in which the other language is spoken? */
@Command(
    name = "languages",
    mixinStandardHelpOptions = true,
    description = {
      "Asks topics in one language over talk in the other and prints the mean reciprocal rank of",
      "the first conversation about them, by judgements made by reading: with the topic's own words",
      "(BM25), with those that stand in for them, and asked in the language of the talk."
    })
final class LanguagesBench implements Callable<Integer> {

  private static final int FIRST = 10;

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPORT",
      description = "Slack exports (zip or folder) on which there are judgements.")
  private List<Path> exports = List.of();

  @Option(names = "--show", description = "Also print each topic with its ranks.")
  private boolean show;

  /** Whether it was found, in what order. */
  private enum Way {
    OWN_WORDS,
    STAND_INS,
    SAME_LANGUAGE
  }

  private final Map<String, Map<Way, List<Double>>> ranks = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    for (var export : exports) {
      measure(export);
    }
    System.out.printf(
        "%-40s %6s  %-25s %-25s %s%n",
        "MRR@10", "topics", "own words", "stand-ins", "same language");
    ranks.forEach(this::print);
    return 0;
  }

  private void measure(Path export) throws IOException {
    var nlp = Nlp.shared();
    try (var opened = OpenedExport.of(export, nlp, Clock.systemUTC()).read()) {
      var source = opened.source();
      var archive = opened.archive();
      var audience =
          new Audience(source.channels().stream().map(Channel::id).collect(Collectors.toSet()));
      var name = export.getFileName().toString().replace(".zip", "");
      var wordings = new Wordings(archive, nlp);
      for (var topic : JudgedTopic.on(name)) {
        var right = right(topic, source.channels(), archive, audience);
        var wording = wordings.of(topic.asked(), topic.from(), audience);
        var found = new EnumMap<Way, Double>(Way.class);
        found.put(Way.OWN_WORDS, rank(Sought.exactly(topic.asked()), right, archive, audience));
        found.put(Way.STAND_INS, rank(wording.sought(), right, archive, audience));
        found.put(Way.SAME_LANGUAGE, rank(Sought.exactly(topic.same()), right, archive, audience));
        found.forEach(
            (way, rank) -> {
              add(asked(topic) + ", " + name, way, rank);
              add(asked(topic) + ", all", way, rank);
            });
        if (show) {
          System.out.printf(Locale.ROOT, "%s: %s %s%n", topic.asked(), found, wording.standIns());
        }
      }
    }
  }

  private static String asked(JudgedTopic topic) {
    return topic.from() == Language.ENGLISH ? "English over Italian" : "Italian over English";
  }

  private void add(String group, Way way, double rank) {
    ranks
        .computeIfAbsent(group, _ -> new EnumMap<>(Way.class))
        .computeIfAbsent(way, _ -> new ArrayList<>())
        .add(rank);
  }

  private static Set<MessageId> right(
      JudgedTopic topic, List<Channel> channels, Archive archive, Audience audience) {
    var right = new HashSet<MessageId>();
    for (var judged : topic.right()) {
      var place = judged.split("[/-](?=\\d)");
      var channel =
          channels.stream().filter(each -> each.name().equals(place[0])).findFirst().orElseThrow();
      var first = message(new MessageId(channel.id(), place[1]), archive, audience);
      right.add(first.conversation());
      if (place.length > 2) {
        var last = message(new MessageId(channel.id(), place[2]), archive, audience);
        var span = new TimeSpan(first.message().at(), last.message().at());
        archive
            .read(channel.id(), span, Integer.MAX_VALUE, audience)
            .forEach(filed -> right.add(filed.conversation()));
      }
    }
    return right;
  }

  private static Filed message(MessageId id, Archive archive, Audience audience) {
    return archive
        .find(id, audience)
        .orElseThrow(() -> new IllegalStateException("there is no message " + id));
  }

  private static double rank(
      Sought sought, Set<MessageId> right, Archive archive, Audience audience) {
    var found = archive.search(sought, audience, FIRST).stream().map(Found::conversation).toList();
    for (var i = 0; i < found.size(); i++) {
      if (right.contains(found.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private void print(String group, Map<Way, List<Double>> all) {
    var line = new StringBuilder();
    var count = 0;
    for (var each : all.values()) {
      count = each.size();
      var interval = Bootstrap.of(each);
      line.append(
          String.format(
              Locale.ROOT,
              "%.3f (%.3f to %.3f)   ",
              each.stream().mapToDouble(Double::doubleValue).average().orElse(0),
              interval.low(),
              interval.high()));
    }
    System.out.printf("%-40s %6d  %s%n", group, count, line.toString().strip());
  }
}
