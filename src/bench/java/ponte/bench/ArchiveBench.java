package ponte.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;

/** Fills an archive with made-up chat and asks it for topics. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    description = "Taking messages in, and searching them: made-up chat, Zipf's words, seed 1.")
public final class ArchiveBench implements Callable<Integer> {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int HITS = 200;
  private static final int SINGLES = 300;

  @Option(
      names = "--messages",
      defaultValue = "100000",
      description = "How many (${DEFAULT-VALUE}).")
  private int messages;

  @Option(
      names = "--channels",
      defaultValue = "800",
      description = "In how many channels (${DEFAULT-VALUE}).")
  private int channels;

  @Option(
      names = "--batch",
      defaultValue = "2000",
      description = "Messages a batch (${DEFAULT-VALUE}).")
  private int batch;

  @Option(names = "--interleaved", description = "All channels at once, not one after the other.")
  private boolean interleaved;

  @Option(
      names = "--queries",
      defaultValue = "2000",
      description = "Searches of each kind (${DEFAULT-VALUE}).")
  private int queries;

  @Override
  public Integer call() throws IOException {
    print("%s", Machine.line());
    try (var work = WorkDirectory.create("ponte-archive-bench");
        var archive = LuceneArchive.open(work.path(), Nlp.shared(), Conversations.Rules.DEFAULT)) {
      var chat = new MadeUpChat(channels, new Random(1));
      takeIn(archive, chat);
      var all = chat.channels();
      var everything = new Audience(Set.copyOf(all));
      print("%s", archive.extent(everything));
      print("index: %,d MB", Machine.megabytes(work.path()));
      takeInOneByOne(archive, chat);
      var half = new Audience(all.stream().limit(channels / 2).collect(Collectors.toSet()));
      for (var words : List.of(1, 3, 8, 20)) {
        search(archive, chat, words, everything, "all channels");
        search(archive, chat, words, half, "half of the channels");
      }
      read(archive, all.getFirst(), chat);
      print("heap: %,d MB in use after a collection", Machine.usedHeapMegabytes());
    }
    return 0;
  }

  private void takeIn(Archive archive, MadeUpChat chat) {
    var start = System.nanoTime();
    long generating = 0;
    var slowest = 0L;
    for (var from = 0; from < messages; from += batch) {
      var before = System.nanoTime();
      var events = batch(chat, from, Math.min(messages, from + batch));
      var ready = System.nanoTime();
      archive.apply(events);
      generating += ready - before;
      slowest = Math.max(slowest, System.nanoTime() - ready);
    }
    var seconds = (System.nanoTime() - start - generating) / 1e9;
    print(
        "taken in: %,d messages in %.1f s, %,.0f/s; slowest batch %.2f s; CPU of the process %.1f"
            + " s, %.1f s of it making up chat",
        messages, seconds, messages / seconds, slowest / 1e9, cpuSeconds(), generating / 1e9);
  }

  private void takeInOneByOne(Archive archive, MadeUpChat chat) {
    var times = new Histogram(3);
    for (var i = 0; i < SINGLES; i++) {
      var event = List.of(chat.next(i % channels));
      var start = System.nanoTime();
      archive.apply(event);
      times.recordValue(System.nanoTime() - start);
    }
    print(
        "taken in one by one: p50 %.1f ms, p99 %.1f ms",
        times.getValueAtPercentile(50) / 1e6, times.getValueAtPercentile(99) / 1e6);
  }

  private List<Talk> batch(MadeUpChat chat, int from, int to) {
    var perChannel = Math.max(1, messages / channels);
    return IntStream.range(from, to)
        .mapToObj(
            i -> chat.next(interleaved ? i % channels : Math.min(i / perChannel, channels - 1)))
        .toList();
  }

  private void search(Archive archive, MadeUpChat chat, int words, Audience audience, String seen) {
    var random = new Random(words);
    var times = new Histogram(3);
    var work = new Histogram(3);
    long found = 0;
    for (var i = -queries / 4; i < queries; i++) {
      var topic = chat.topic(words, random);
      var start = System.nanoTime();
      var startOfWork = THREADS.getCurrentThreadCpuTime();
      found += archive.search(topic, audience, HITS).size();
      if (i >= 0) {
        times.recordValue(System.nanoTime() - start);
        work.recordValue(THREADS.getCurrentThreadCpuTime() - startOfWork);
      }
    }
    print(
        "search, %2d words, %-20s p50 %6.2f ms, p99 %6.2f ms (of CPU %.2f, %.2f), %d hits a search",
        words,
        seen,
        times.getValueAtPercentile(50) / 1e6,
        times.getValueAtPercentile(99) / 1e6,
        work.getValueAtPercentile(50) / 1e6,
        work.getValueAtPercentile(99) / 1e6,
        found / (queries + queries / 4));
  }

  private static void read(Archive archive, ChannelId channel, MadeUpChat chat) {
    var audience = Audience.of(channel);
    var start = System.nanoTime();
    var read = archive.before(channel, chat.now(), 10_000, audience).size();
    print(
        "read: the last %,d messages of a channel in %.0f ms",
        read, (System.nanoTime() - start) / 1e6);
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
