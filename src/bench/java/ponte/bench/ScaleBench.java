package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.nlp.Language;
import ponte.platform.Progress;

/** How fast a workspace of a given size is taken in, and how fast Ponte answers from it. */
@picocli.CommandLine.Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = {
      "Grows a Slack export to a number of messages, imports it into an empty directory and"
          + " measures",
      "the rate, the sizes, and the time of who-knows (everything; half of the channels) and of"
          + " the",
      "digest of a week of 10,000 messages, read as they came or not. Times are of the answer"
          + " inside the process.",
      "With --opensearch the same messages are also given to OpenSearch, and the same questions",
      "asked of both by turns."
    })
final class ScaleBench implements Callable<Integer> {

  @Parameters(paramLabel = "EXPORT", description = "A Slack export (zip) to grow.")
  private Path export = Path.of("");

  @Option(
      names = "--messages",
      defaultValue = "100000",
      description = "How many messages (default: ${DEFAULT-VALUE}).")
  private long messages;

  @Option(
      names = "--channels",
      defaultValue = "0",
      description =
          "About how many channels, at least 2: long ones are cut into several (default: as they"
              + " are).")
  private int channels;

  @Option(
      names = "--questions",
      defaultValue = "500",
      description = "How many questions are asked of each kind (default: ${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--dir",
      description = "Where to work; left there afterwards. Without it: a temporary directory.")
  private @Nullable Path directory;

  @Option(
      names = "--every-week",
      description = "Also make a digest of every week of every channel.")
  private boolean everyWeek;

  @Option(
      names = "--community",
      description =
          "Also make what community managers look at: scorecard, trends, questions, map. By the"
              + " clock of the last message, after a new start.")
  private boolean community;

  @Option(
      names = "--opensearch",
      paramLabel = "PEER",
      description =
          "Compare with a node of OpenSearch: the directory src/bench/peers/opensearch, in which"
              + " \"mvn package\" has fetched it.")
  private @Nullable Path openSearch;

  @Option(
      names = "--opensearch-heap",
      defaultValue = "1g",
      description = "The heap of OpenSearch (default: ${DEFAULT-VALUE}).")
  private String openSearchHeap = "";

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    if (directory != null) {
      Files.createDirectories(directory);
      measure(directory);
    } else {
      try (var work = WorkDirectory.create("ponte-scale")) {
        measure(work.path());
      }
    }
    return 0;
  }

  private void measure(Path work) throws IOException {
    var grown = work.resolve("grown.zip");
    GrownExport.of(export).write(grown, messages, piece());
    var data = work.resolve("data");
    try (var ponte = Replica.open(data, Settings.fromEnvironment(), Clock.systemUTC());
        var listening = ponte.listening()) {
      listening.start();
      var start = System.nanoTime();
      var counts = ponte.exportLoader().load(grown, Progress.NONE);
      var seconds = (System.nanoTime() - start) / 1e9;
      print(
          "data: %s grown to %,d messages, %,d people, %,d channels",
          export.getFileName(), counts.messages(), counts.people(), counts.channels());
      print("import: %.1f s, %,.0f messages/s", seconds, counts.messages() / seconds);
      print(
          "on disk: archive %,d MB, state %,d MB; heap in use %,d MB",
          Machine.megabytes(data.resolve("archive")),
          Files.size(data.resolve("state.mv")) >> 20,
          Machine.usedHeapMegabytes());
      var everything = ponte.directory().everybody();
      var topics = AskedTopics.in(ponte, everything, questions);
      ask(ponte, everything, topics.subList(0, 20));
      report("who-knows, all channels", ask(ponte, everything, topics));
      report("who-knows, half of them", ask(ponte, halfOf(everything), topics));
      var digests = new DigestSpeed(ponte, everything);
      digests.measureBusyWeek(20);
      if (everyWeek) {
        digests.measureEveryWeek();
      }
      print(
          "heap in use %,d MB after a collection; resident %,d MB",
          Machine.usedHeapMegabytes(), Machine.residentMegabytes(ProcessHandle.current().pid()));
      if (openSearch != null) {
        new ScaleRival(openSearch, openSearchHeap, work.resolve("opensearch"))
            .compare(ponte, everything, halfOf(everything), topics);
      }
    }
    if (community) {
      new CommunitySpeed(data).measure();
    }
  }

  /** How many messages a channel has at most, beside the busy one. */
  private int piece() {
    return channels < 2
        ? Integer.MAX_VALUE
        : Math.clamp((messages - GrownExport.BUSY_WEEK) / (channels - 1), 1, Integer.MAX_VALUE);
  }

  private static Audience halfOf(Audience audience) {
    var half = new HashSet<ChannelId>();
    var all = audience.channels().stream().sorted().toList();
    for (var i = 0; i < all.size(); i += 2) {
      half.add(all.get(i));
    }
    return new Audience(half);
  }

  private static Histogram ask(Replica ponte, Audience audience, List<String> topics) {
    var times = new Histogram(3);
    topics.forEach(topic -> times.recordValue(ask(ponte, audience, topic)));
    return times;
  }

  /** Asks who knows about a topic and returns how long the answer took, in microseconds. */
  static long ask(Replica ponte, Audience audience, String topic) {
    var asker = new Asker(null, audience, Language.ENGLISH, ZoneOffset.UTC);
    var start = System.nanoTime();
    ponte.bot().reply(asker, new Command.WhoKnows(topic), "bench");
    return (System.nanoTime() - start) / 1_000;
  }

  static void report(String what, Histogram micros) {
    print(
        "%s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (n = %d)",
        what,
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3,
        micros.getMaxValue() / 1e3,
        micros.getTotalCount());
  }

  static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
