package ponte.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;
import ponte.opensearch.OpenSearchArchive;
import ponte.opensearch.OpenSearchSettings;
import ponte.opensearch.node.OpenSearchCluster;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** The same messages and searches on Lucene and on a cluster of OpenSearch, side by side. */
@Command(
    name = "archives",
    mixinStandardHelpOptions = true,
    description = {
      "Files the messages of exports in the order in which they were said, then searches for",
      "questions that people asked in them, on Lucene and on OpenSearch, and prints both side by",
      "side. Starts the nodes of OpenSearch itself, as small as the tests do, on this machine."
    })
final class ArchivesBench implements Callable<Integer> {

  private static final int HITS = 200;

  @Mixin private Exports exports = new Exports();

  @Option(
      names = "--messages",
      defaultValue = "2147483647",
      description = "Only the first so many messages.")
  private int messages;

  @Option(
      names = "--batch",
      defaultValue = "500",
      description = "Messages that are filed at once (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--singles",
      defaultValue = "100",
      description = "Of these, messages filed one by one in the end (default: ${DEFAULT-VALUE}).")
  private int singles;

  @Option(
      names = "--questions",
      defaultValue = "200",
      description = "Searches that are timed (default: ${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--nodes",
      defaultValue = "3",
      description = "Nodes of OpenSearch (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--node",
      paramLabel = "MODULE",
      defaultValue = "adapters/opensearch/node",
      description = "What a node is made of, compiled (default: ${DEFAULT-VALUE}).")
  private Path module = Path.of("");

  /**
   * What was measured of one.
   *
   * @param filed milliseconds for all that was filed in batches
   * @param single microseconds for each message that was filed alone
   * @param found microseconds for each search
   */
  private record Figures(double filed, Histogram single, Histogram found, double megabytes) {}

  @Override
  public Integer call() throws IOException {
    System.out.println(Machine.line());
    var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    print("load of the machine before: %.1f", load);
    var all = new ArrayList<Talk.Posted>();
    for (var path : exports.paths()) {
      try (var source = SlackExport.open(path, Limits.DEFAULT)) {
        all.addAll(Replay.of(source).all());
      }
    }
    var talk = all.subList(0, Math.min(messages, all.size()));
    var everything =
        new Audience(talk.stream().map(its -> its.message().channel()).collect(Collectors.toSet()));
    var topics = topics(talk);
    print(
        "data: %s: %,d messages in %,d channels; batches of %d, then %d alone; %d searches",
        exports.paths().stream().map(Path::getFileName).toList(),
        talk.size(),
        everything.channels().size(),
        batch,
        singles,
        topics.size());
    var lucene = onLucene(talk, topics, everything);
    var cluster = onOpenSearch(talk, topics, everything);
    print("%-38s %10s %16s", "", "Lucene", "OpenSearch, " + nodes);
    var inBatches = talk.size() - singles;
    line("filed in batches, messages/s", its -> inBatches / its.filed() * 1e3, lucene, cluster);
    latency("filed alone", Figures::single, lucene, cluster);
    latency("search", Figures::found, lucene, cluster);
    line("on disk, MB", Figures::megabytes, lucene, cluster);
    return 0;
  }

  private Figures onLucene(List<Talk.Posted> talk, List<String> topics, Audience everything)
      throws IOException {
    try (var work = WorkDirectory.create("ponte-archives");
        var archive = LuceneArchive.open(work.path(), Nlp.shared(), Conversations.Rules.DEFAULT)) {
      return measured(archive, talk, topics, everything, work.path());
    }
  }

  private Figures onOpenSearch(List<Talk.Posted> talk, List<String> topics, Audience everything)
      throws IOException {
    try (var work = WorkDirectory.create("ponte-archives");
        var cluster = OpenSearchCluster.start(module, nodes, OpenSearchCluster.SMALL, work.path());
        var archive =
            OpenSearchArchive.open(
                OpenSearchSettings.of(cluster.addresses()),
                Nlp.shared(),
                Conversations.Rules.DEFAULT,
                Clock.systemUTC())) {
      return measured(archive, talk, topics, everything, work.path());
    }
  }

  private Figures measured(
      Archive archive,
      List<Talk.Posted> talk,
      List<String> topics,
      Audience everything,
      Path directory)
      throws IOException {
    var alone = Math.max(0, talk.size() - singles);
    var start = System.nanoTime();
    for (var from = 0; from < alone; from += batch) {
      archive.apply(talk.subList(from, Math.min(alone, from + batch)));
    }
    var filed = (System.nanoTime() - start) / 1e6;
    var single = new Histogram(3);
    for (var event : talk.subList(alone, talk.size())) {
      single.recordValue(micros(() -> archive.apply(List.of(event))));
    }
    var found = new Histogram(3);
    for (var topic : topics) {
      archive.search(topic, everything, HITS);
    }
    for (var topic : topics) {
      found.recordValue(micros(() -> archive.search(topic, everything, HITS)));
    }
    archive.expunge();
    print("%s is done", archive.getClass().getSimpleName());
    return new Figures(filed, single, found, Machine.bytes(directory) / (double) (1 << 20));
  }

  private static long micros(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1_000;
  }

  /** Questions that people really asked, in an order that the seed fixes. */
  private List<String> topics(List<Talk.Posted> talk) {
    var asked =
        talk.stream()
            .map(Talk.Posted::content)
            .filter(Message::isTalk)
            .map(message -> message.text().searchable())
            .filter(text -> text.contains("?") && text.length() < 400 && text.length() > 15)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(asked, new Random(1));
    return asked.subList(0, Math.min(questions, asked.size()));
  }

  private interface Figure {
    double of(Figures figures);
  }

  private interface Times {
    Histogram of(Figures figures);
  }

  private static void latency(String what, Times times, Figures lucene, Figures cluster) {
    for (var percentile : List.of(50, 99)) {
      line(
          what + ", p" + percentile + ", ms",
          its -> times.of(its).getValueAtPercentile(percentile) / 1e3,
          lucene,
          cluster);
    }
  }

  private static void line(String what, Figure figure, Figures lucene, Figures cluster) {
    print("%-38s %,10.1f %,16.1f", what, figure.of(lucene), figure.of(cluster));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
