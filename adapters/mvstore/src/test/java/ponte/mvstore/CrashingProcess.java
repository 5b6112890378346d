package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Writes a state file until it is killed, and tells on standard output what it is about to do
 * ({@code will}) and what it has done ({@code did}); idle at last, so that upkeep sets in.
 */
final class CrashingProcess {

  static final int WRITERS = 4;
  static final String IDLE = "idle";

  private static final int STEPS = 120;
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Records records;
  private final Queue queue;
  private final int run;

  private CrashingProcess(MvStoreState state, int run) {
    records = state.records();
    queue = state.queue();
    this.run = run;
  }

  public static void main(String[] arguments) throws Exception {
    var run = Integer.parseInt(arguments[1]);
    try (var state = MvStoreState.open(Path.of(arguments[0]), Clock.systemUTC())) {
      var process = new CrashingProcess(state, run);
      try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
        for (var writer = 0; writer < WRITERS; writer++) {
          var number = writer;
          threads.submit(
              () -> {
                process.write(number);
                return number;
              });
        }
      }
      tell(IDLE);
      while (true) {
        state.queue().await("nothing", Duration.ofDays(1));
      }
    }
  }

  static Partition partition(int writer) {
    return new Partition("writer", "w" + writer);
  }

  static String topic(int writer) {
    return "topic" + writer % 2;
  }

  private void write(int writer) {
    try {
      var random = new Random(31L * run + writer);
      for (var step = 0; step < STEPS; step++) {
        switch (random.nextInt(3)) {
          case 0 -> replaceBoth(writer, random);
          case 1 -> add(writer, step, random);
          default -> work(writer, random);
        }
      }
    } catch (RuntimeException e) {
      tell("failed " + e);
      throw e;
    }
  }

  /** Two documents that always have the same content but for their length. */
  private void replaceBoth(int writer, Random random) {
    var partition = partition(writer);
    var left = records.find(partition.key("left"));
    var version = left.map(document -> document.version()).orElse(0L);
    tell("will write " + writer + " " + (version + 1));
    var writes =
        List.of("left", "right").stream()
            .map(
                id ->
                    new Write(
                        partition.key(id),
                        version + 1 + " " + "x".repeat(random.nextInt(5_000)),
                        version,
                        Instant.ofEpochSecond(version + 1),
                        null))
            .toList();
    if (records.writeAll(writes)) {
      tell("did write " + writer + " " + (version + 1));
    } else {
      tell("failed to write " + writer);
    }
  }

  private void add(int writer, int step, Random random) {
    var batch = run + "." + writer + "." + step;
    var entries =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(
                i ->
                    new Entry(
                        topic(writer),
                        "lane" + writer,
                        batch + "." + i,
                        batch + " " + "y".repeat(random.nextInt(3_000)),
                        Instant.EPOCH))
            .toList();
    var keys = String.join(" ", entries.stream().map(Entry::key).toList());
    tell("will add " + topic(writer) + " " + keys);
    queue.add(entries);
    tell("did add " + topic(writer) + " " + keys);
  }

  private void work(int writer, Random random) {
    var leases = new ArrayList<Lease>(queue.lease(topic(writer), 1 + random.nextInt(6), LEASE));
    leases.forEach(lease -> tell("did lease " + lease.entry().key() + " " + lease.attempt()));
    if (random.nextInt(4) == 0) {
      for (var lease : leases.reversed()) {
        queue.retry(lease, Instant.EPOCH, "again");
      }
      return;
    }
    var keys = String.join(" ", leases.stream().map(lease -> lease.entry().key()).toList());
    tell("will finish " + keys);
    queue.done(leases);
    tell("did finish " + keys);
  }

  private static synchronized void tell(String line) {
    System.out.println(line);
  }
}
