package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.Race;
import ponte.TestClock;
import ponte.store.Depth;
import ponte.store.Document;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

class MvStoreStateTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Partition PARTITION = new Partition("kind", "owner");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = TestClock.at(NOW);
  private final Path above;
  private final Path folder;
  private final Path file;

  MvStoreStateTest(@TempDir Path root) {
    above = root.resolve("not");
    folder = above.resolve("there yet");
    file = folder.resolve("state.db");
  }

  @Test
  void keepsEverythingOverARestart() {
    try (var state = open()) {
      fill(state);
    }

    try (var state = open()) {
      assertThat(isWhole(state)).isTrue();
    }
  }

  @Test
  void endsLeasesOverARestart() {
    try (var state = open()) {
      state.queue().add(List.of(entry(1), entry(2)));
      state.queue().lease("inbox", 1, Duration.ofDays(1));
    }

    try (var state = open()) {
      assertThat(state.queue().lease("inbox", 9, MINUTE))
          .extracting(lease -> lease.entry().key() + " " + lease.attempt())
          .containsExactly("key 1 2", "key 2 1");
    }
  }

  @Test
  void neverGivesTheTokenOfALeaseAgain() {
    var leases = new ArrayList<Lease>();
    try (var state = open()) {
      state.queue().add(List.of(entry(1)));
      leases.addAll(state.queue().lease("inbox", 1, MINUTE));
      state.queue().done(leases);
    }
    clock.advance(Queue.MEMORY);

    try (var state = open()) {
      // The numbers of entries must go on, or the second one would have that of the old lease.
      state.queue().add(List.of(entry(2), entry(1)));
      state.queue().lease("inbox", 2, MINUTE);
      assertThat(state.queue().extend(leases.getFirst(), MINUTE)).isFalse();
    }
  }

  @Test
  void refusesAFileThatIsInUse() {
    try (var state = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage(file + " is in use by another process");
      assertThat(state.queue().add(List.of(entry(1)))).isEqualTo(1);
    }
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.createDirectories(folder);
    Files.createFile(file);

    assertRefused("is damaged");
  }

  @Test
  void refusesAFileOfSomethingElse() throws IOException {
    Files.createDirectories(folder);
    Files.write(file, new byte[100_000]);
    assertRefused("is damaged");
    Files.writeString(file, "PK\3\4".repeat(9_999));
    assertRefused("is damaged");
    Files.delete(file);
    Files.createDirectory(file);
    assertRefused("");
  }

  @Test
  void refusesAFileOfANewerVersion() throws IOException {
    Files.createDirectories(folder);
    try (var store = MVStore.open(file.toString())) {
      store.setStoreVersion(99);
    }

    assertRefused("was written by a newer version (format 99)");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Files.createDirectories(above);
    Files.createFile(folder);

    assertRefused("cannot be made");
  }

  @Test
  void neverReadsATruncatedFileAsAWholeOne() throws IOException {
    try (var state = open()) {
      fill(state);
    }
    var whole = Files.readAllBytes(file);
    var refused = 0;

    var rounds = 40;
    for (var round = 0; round < rounds; round++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * round / rounds));
      refused += refusesUnlessWhole() ? 1 : 0;
    }

    assertThat(refused).isGreaterThan(rounds / 2);
  }

  @Test
  void neverReadsADamagedFileAsAWholeOne() throws IOException {
    try (var state = open()) {
      fill(state);
    }
    var whole = Files.readAllBytes(file);
    var random = new Random(42);
    var refused = 0;

    var rounds = 100;
    for (var round = 0; round < rounds; round++) {
      var damage = new byte[1 + random.nextInt(round % 2 == 0 ? 40 : 9_000)];
      random.nextBytes(damage);
      var damaged = whole.clone();
      System.arraycopy(
          damage, 0, damaged, random.nextInt(whole.length - damage.length), damage.length);
      Files.write(file, damaged);
      refused += refusesUnlessWhole() ? 1 : 0;
    }

    assertThat(refused).isBetween(rounds / 5, rounds - 1);
  }

  @Test
  void refusesEverythingOnceItIsClosed() throws Exception {
    var state = open();
    var records = state.records();
    var queue = state.queue();

    var refused =
        Race.of(
            List.of(
                () -> {
                  try {
                    while (true) {
                      queue.await("inbox", Duration.ofMinutes(10));
                    }
                  } catch (StoreUnavailableException e) {
                    return e.getMessage();
                  }
                },
                () -> {
                  state.close();
                  return file + " is closed";
                }));

    assertThat(refused).containsOnly(file + " is closed");
    assertThatThrownBy(() -> records.find(PARTITION.key("a")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> queue.add(List.of(entry(1))))
        .isInstanceOf(StoreUnavailableException.class);
    state.close();
  }

  @Test
  void staysSmallWhileMuchGoesThrough() throws IOException {
    try (var state = open()) {
      var queue = state.queue();
      var records = state.records();
      for (var i = 0; i < 250; i++) {
        var batch = i * 80;
        queue.add(IntStream.range(batch, batch + 80).mapToObj(MvStoreStateTest::entry).toList());
        queue.done(queue.lease("inbox", 80, MINUTE));
        records.write(
            Write.create(PARTITION.key("id " + i), "x".repeat(500))
                .at(clock.instant())
                .expiring(clock.instant().plus(MINUTE)));
        clock.advance(Duration.ofHours(4));
      }
    }

    // 20,000 entries of 1,000 characters have gone through.
    assertThat(Files.size(file)).isLessThan(4_000_000);
  }

  private MvStoreState open() {
    return MvStoreState.open(file, clock);
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith(file + " " + why);
  }

  @Test
  void copiesWhatWasAcknowledgedBeforeWhileOthersWrite() throws Exception {
    var late = new Partition("late", "owner");
    var written = new AtomicInteger();
    var stop = new AtomicBoolean();
    try (var state = open();
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      fill(state);
      var writing =
          threads.submit(
              () -> {
                while (!stop.get()) {
                  var n = written.get();
                  state.records().write(Write.create(late.key("id " + n), content(n)));
                  written.incrementAndGet();
                }
              });
      try {
        for (var turn = 0; turn < 3; turn++) {
          var before = written.get();
          var zip = above.resolve("copy " + turn + ".zip");
          state.copyTo(zip);

          try (var copy = MvStoreState.open(unpacked(zip), clock)) {
            assertThat(copy.records().list(late, "", 99_999)).hasSizeGreaterThanOrEqualTo(before);
            assertThat(isWhole(copy)).isTrue();
          }
        }
      } finally {
        stop.set(true);
      }
      writing.get();
    }
  }

  @Test
  void worksOnAfterACopyThatFailed() {
    try (var state = open()) {
      fill(state);

      assertThatThrownBy(() -> state.copyTo(above.resolve("nowhere").resolve("copy.zip")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("copy.zip cannot be written");
      assertThat(isWhole(state)).isTrue();
    }
  }

  private static Path unpacked(Path zip) throws IOException {
    var file = zip.resolveSibling(zip.getFileName() + ".mv");
    try (var content = new ZipInputStream(Files.newInputStream(zip))) {
      content.getNextEntry();
      Files.copy(content, file);
    }
    return file;
  }

  /** Whether the file is refused; if it is not, everything must be there. */
  private boolean refusesUnlessWhole() {
    try (var state = open()) {
      assertThat(isWhole(state)).isTrue();
      return false;
    } catch (StoreUnavailableException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
      return true;
    }
  }

  private static void fill(MvStoreState state) {
    for (var i = 0; i < 60; i++) {
      var first = i * 10;
      state
          .records()
          .writeAll(
              IntStream.range(first, first + 10)
                  .mapToObj(n -> Write.create(PARTITION.key("id " + n), content(n)).at(NOW))
                  .toList());
      state.queue().add(IntStream.range(first, first + 10).mapToObj(n -> entry(n)).toList());
    }
    state.queue().done(state.queue().lease("inbox", 300, MINUTE));
  }

  private static boolean isWhole(MvStoreState state) {
    var documents = state.records().list(PARTITION, "", 9_999);
    var leases = state.queue().lease("inbox", 9_999, MINUTE);
    return documents.size() == 600
        && documents.stream().allMatch(MvStoreStateTest::isWhole)
        && leases.size() == 300
        && leases.stream()
            .map(lease -> lease.entry())
            .toList()
            .equals(IntStream.range(300, 600).mapToObj(MvStoreStateTest::entry).toList())
        && state.queue().add(IntStream.range(0, 600).mapToObj(n -> entry(n)).toList()) == 0
        && state.queue().depth("inbox").equals(new Depth(0, 300, 0, null, null));
  }

  private static boolean isWhole(Document document) {
    var number = Integer.parseInt(document.key().id().substring(3));
    return document.content().equals(content(number))
        && document.version() == 1
        && NOW.equals(document.at());
  }

  private static Entry entry(int number) {
    return new Entry("inbox", "lane " + number % 7, "key " + number, content(number), NOW);
  }

  private static String content(int number) {
    return Integer.toString(number, 36).repeat(1_000).substring(0, 1_000);
  }
}
