package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/**
 * Kills a process that writes, again and again, and looks at what it left.
 *
 * <p>{@code -Dponte.crashes=200} kills more often.
 */
class CrashTest {

  private static final int CRASHES = Integer.getInteger("ponte.crashes", 8);
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Path file;
  private final Path copy;

  /** What is in the file for certain, as of the last look. */
  private final long[] versions = new long[CrashingProcess.WRITERS];

  private final Set<String> keys = new HashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();

  CrashTest(@TempDir Path folder) {
    file = folder.resolve("state.db");
    copy = folder.resolve("copy.db");
  }

  @Test
  void keepsWhatWasAcknowledgedThroughKills() throws Exception {
    var random = new Random(7);
    for (var crash = 0; crash < CRASHES; crash++) {
      // Every fourth one while it is idle, which is when the file is compacted.
      var lines = crash % 4 == 3 ? Integer.MAX_VALUE : 1 + random.nextInt(500);
      var told = killedAfter(lines, random, crash);
      assertThat(told).noneMatch(line -> line.startsWith("failed"));
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);

      try (var state = MvStoreState.open(copy, Clock.systemUTC())) {
        lookAtRecords(state, told);
        lookAtQueue(state, told);
      }
    }
    assertThat(versions).doesNotContain(0);
    assertThat(attempts.values()).anyMatch(attempt -> attempt > 1);
  }

  @Test
  void tellsThatAnotherProcessHasTheFile() throws Exception {
    var process = start(0);
    try (var output = process.getInputStream()) {
      assertThat(output.read()).isNotNegative();

      assertThatThrownBy(() -> MvStoreState.open(file, Clock.systemUTC()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage(file + " is in use by another process");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private void lookAtRecords(MvStoreState state, List<String> told) {
    for (var writer = 0; writer < CrashingProcess.WRITERS; writer++) {
      var documents = state.records().list(CrashingProcess.partition(writer), "", 9);
      var least = Math.max(versions[writer], last(told, "did write " + writer + " "));
      var most = Math.max(least, last(told, "will write " + writer + " "));
      var version = documents.isEmpty() ? 0 : documents.getFirst().version();

      assertThat(version).isBetween(least, most);
      assertThat(documents).hasSize(version == 0 ? 0 : 2);
      assertThat(documents)
          .allMatch(document -> document.version() == version)
          .allMatch(document -> document.content().startsWith(version + " "));
      versions[writer] = version;
    }
  }

  private void lookAtQueue(MvStoreState state, List<String> told) {
    var leases = new ArrayList<Lease>();
    for (var writer = 0; writer < 2; writer++) {
      var topic = CrashingProcess.topic(writer);
      leases.addAll(state.queue().lease(topic, Integer.MAX_VALUE, LEASE));
      assertThat(state.queue().depth(topic).waiting()).isZero();
    }
    var found = new HashSet<String>();
    leases.forEach(lease -> found.add(lease.entry().key()));

    var finished = words(told, "did finish ");
    var certain = new HashSet<>(keys);
    batches(told, "did add ").forEach(certain::addAll);
    certain.removeAll(words(told, "will finish "));
    var possible = new HashSet<>(keys);
    batches(told, "will add ").forEach(possible::addAll);
    possible.removeAll(finished);
    assertThat(found).hasSameSizeAs(leases).containsAll(certain);
    assertThat(possible).containsAll(found);
    for (var batch : batches(told, "will add ")) {
      if (words(told, "will finish ").stream().noneMatch(batch::contains)) {
        assertThat(found.containsAll(batch) || batch.stream().noneMatch(found::contains))
            .as("whole or absent: " + batch)
            .isTrue();
      }
    }
    lookAtLeases(leases, told);

    keys.clear();
    keys.addAll(found);
  }

  private void lookAtLeases(List<Lease> leases, List<String> told) {
    for (var line : told) {
      if (line.startsWith("did lease ")) {
        var words = line.split(" ");
        attempts.merge(words[2], Integer.parseInt(words[3]), Math::max);
      }
    }
    for (var lease : leases) {
      assertThat(lease.attempt()).isGreaterThan(attempts.getOrDefault(lease.entry().key(), 0));
    }
    for (var writer = 0; writer < CrashingProcess.WRITERS; writer++) {
      var lane = "lane" + writer;
      assertThat(leases.stream().map(Lease::entry).filter(entry -> entry.lane().equals(lane)))
          .extracting(entry -> order(entry.key()))
          .isSorted();
    }
  }

  /** Numbers of run, step and place in a batch, in the order of adding. */
  private static long order(String key) {
    var numbers = key.split("\\.");
    return Long.parseLong(numbers[0]) * 1_000_000
        + Long.parseLong(numbers[2]) * 1_000
        + Long.parseLong(numbers[3]);
  }

  private static long last(List<String> told, String start) {
    return told.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> Long.valueOf(line.substring(start.length())))
        .max(Comparator.naturalOrder())
        .orElse(0L);
  }

  private static Set<String> words(List<String> told, String start) {
    var words = new HashSet<String>();
    for (var line : told) {
      if (line.startsWith(start)) {
        words.addAll(List.of(line.substring(start.length()).split(" ")));
      }
    }
    return words;
  }

  private static List<Set<String>> batches(List<String> told, String start) {
    return told.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).split(" "))
        .map(words -> Set.of(words).stream().filter(word -> !word.startsWith("topic")))
        .map(words -> Set.copyOf(words.toList()))
        .toList();
  }

  /** What the process told until it was dead; its last line only if it is whole. */
  private List<String> killedAfter(int lines, Random random, int run) throws Exception {
    var process = start(run);
    var told = new ArrayList<String>();
    try (var output = process.getInputStream()) {
      var line = wholeLine(output);
      while (line != null) {
        told.add(line);
        if (line.equals(CrashingProcess.IDLE)) {
          assertThat(process.waitFor(250 + random.nextInt(200), TimeUnit.MILLISECONDS)).isFalse();
        }
        if (told.size() == lines || line.equals(CrashingProcess.IDLE)) {
          // The process's own method would close its output, too.
          process.toHandle().destroyForcibly();
        }
        line = wholeLine(output);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return told;
  }

  private static @Nullable String wholeLine(InputStream from) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = from.read(); next >= 0; next = from.read()) {
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      line.write(next);
    }
    return null;
  }

  private Process start(int run) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingProcess.class.getName(),
            file.toString(),
            Integer.toString(run))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
