package ponte.app.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.app.move.MoveRefusedException.Reason;
import ponte.app.storage.Presence;
import ponte.app.storage.ReplicaName;
import ponte.mvstore.MvStoreState;
import ponte.platform.Progress;
import ponte.store.Entry;
import ponte.store.InMemoryState;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;
import ponte.store.Write;

class MovesTest {

  private static final Partition PEOPLE = new Partition("person", "T1");

  private final TestClock clock = TestClock.at("2026-10-25T00:59:59.999999999Z");
  private final Path folder;
  private final Path file;
  private final State old;
  private final List<State> opened = new ArrayList<>();

  MovesTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("state.gz");
    this.old = embedded();
    fill(old);
  }

  @AfterEach
  void close() {
    opened.forEach(State::close);
  }

  @Test
  void movesEverythingBetweenTwoStores() {
    for (var target : List.of(embedded(), new InMemoryState(clock))) {
      var moved = moves(old).exportTo(file, Progress.NONE);

      assertThat(moves(target).importFrom(file, Progress.NONE)).isEqualTo(moved);

      assertThat(everything(target)).containsExactlyInAnyOrderElementsOf(everything(old));
      assertThat(moved).isEqualTo(everything(old).size()).isGreaterThan(1_000);
      assertThat(file.toFile().delete()).isTrue();
    }
  }

  @Test
  void refusesAStoreThatReplicasWorkWithUntilTheyAreGone() {
    moves(old).exportTo(file, Progress.NONE);
    var target = embedded();
    for (var state : List.of(old, target)) {
      new Presence(state.records(), new ReplicaName("other"), clock, _ -> {}).beat();
    }
    var again = folder.resolve("again.gz");

    for (ThrowingCallable move :
        List.<ThrowingCallable>of(
            () -> moves(old).exportTo(again, Progress.NONE),
            () -> moves(target).importFrom(file, Progress.NONE))) {
      assertThatThrownBy(move)
          .isInstanceOfSatisfying(
              MoveRefusedException.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.IN_USE);
                assertThat(refused.detail()).isEqualTo("1");
              });
    }
    assertThat(again).doesNotExist();

    clock.advance(Duration.ofSeconds(70));
    assertThat(moves(target).importFrom(file, Progress.NONE))
        .as("one that was killed leaves no trace")
        .isEqualTo(moves(old).exportTo(again, Progress.NONE));
  }

  @Test
  void movesNothingAtAll() {
    moves(embedded()).exportTo(file, Progress.NONE);
    var target = embedded();

    assertThat(moves(target).importFrom(file, Progress.NONE)).isZero();

    assertThat(everything(target)).isEmpty();
  }

  @Test
  void tellsHowFarItIs() {
    var told = new ArrayList<Long>();

    var things = moves(old).exportTo(file, (_, done, total) -> told.add(done + total));
    assertThat(told).hasSize((int) things).endsWith(things);
    told.clear();
    moves(embedded())
        .importFrom(
            file,
            (_, done, total) -> {
              assertThat(total).isEqualTo(things);
              told.add(done);
            });
    assertThat(told).isSorted().endsWith(things);
  }

  @Test
  void writesForItsOwnersEyesOnly() throws IOException {
    moves(old).exportTo(file, Progress.NONE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void writesOverNoFile() throws IOException {
    Files.writeString(file, "mine");

    assertThat(refusal(() -> moves(old).exportTo(file, Progress.NONE)))
        .isEqualTo(Reason.FILE_EXISTS);
    assertThat(file).hasContent("mine");
    assertThat(
            refusal(() -> moves(old).exportTo(folder.resolve("not there/state.gz"), Progress.NONE)))
        .isEqualTo(Reason.FILE_NOT_WRITABLE);
  }

  @Test
  void changesNothingByAFileThatIsCutShort() throws IOException {
    moves(old).exportTo(file, Progress.NONE);
    var whole = Files.readAllBytes(file);
    var target = embedded();

    for (var round = 0; round < 20; round++) {
      Files.write(file, Arrays.copyOf(whole, whole.length * round / 20));
      assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
          .isEqualTo(Reason.DAMAGED);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.DAMAGED);
    assertThat(everything(target)).isEmpty();
  }

  @Test
  void changesNothingByAFileThatLacksWholeLines() throws IOException {
    moves(old).exportTo(file, Progress.NONE);
    var lines = unzipped(file).lines().toList();
    var target = embedded();

    for (var damaged :
        List.of(
            lines.subList(0, lines.size() - 1),
            lines.subList(0, 1),
            without(lines, 1),
            without(lines, 700),
            Stream.concat(lines.stream(), Stream.of("{}")).toList(),
            Stream.concat(lines.stream(), lines.stream()).toList())) {
      zip(String.join("\n", damaged) + "\n");
      assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
          .isEqualTo(Reason.DAMAGED);
    }
    assertThat(everything(target)).isEmpty();
  }

  @Test
  void changesNothingByADamagedFile() throws IOException {
    moves(old).exportTo(file, Progress.NONE);
    var whole = Files.readAllBytes(file);
    var random = new Random(42);
    var target = embedded();

    for (var round = 0; round < 50; round++) {
      var damaged = whole.clone();
      damaged[20 + random.nextInt(whole.length - 20)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
          .isIn(Reason.DAMAGED, Reason.NO_STATE, Reason.NEWER);
    }
    assertThat(everything(target)).isEmpty();
  }

  @Test
  void refusesAFileOfSomethingElse() throws IOException {
    var target = embedded();

    assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.FILE_NOT_READABLE);
    Files.writeString(file, "some words");
    assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.NO_STATE);
    zip("some words\n");
    assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.NO_STATE);
    zip("ponte-state 2\nend 0 0\n");
    assertThat(refusal(() -> moves(target).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.NEWER);
    assertThat(everything(target)).isEmpty();
  }

  @Test
  void loadsIntoAnEmptyStoreOnly() {
    moves(old).exportTo(file, Progress.NONE);
    var before = everything(old);

    assertThat(refusal(() -> moves(old).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.NOT_EMPTY);

    assertThat(everything(old)).isEqualTo(before);
    var onlyAQueue = embedded();
    onlyAQueue.queue().add(List.of(entry(1)));
    assertThat(refusal(() -> moves(onlyAQueue).importFrom(file, Progress.NONE)))
        .isEqualTo(Reason.NOT_EMPTY);
  }

  @Test
  void completesWhatWasBrokenOffAndLetsNobodyWorkBefore() {
    moves(old).exportTo(file, Progress.NONE);
    for (var parts : List.of(0, 1, 2)) {
      var target = embedded();

      assertThatThrownBy(() -> moves(new Breaking(target, parts)).importFrom(file, Progress.NONE))
          .isInstanceOf(StoreUnavailableException.class);

      assertThatThrownBy(() -> Moves.requireWhole(target))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("import-state of the same file completes it");
      assertThatThrownBy(() -> moves(target).exportTo(folder.resolve("half"), Progress.NONE))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(folder.resolve("half")).doesNotExist();
      moves(target).importFrom(file, Progress.NONE);
      Moves.requireWhole(target);
      assertThat(everything(target)).containsExactlyInAnyOrderElementsOf(everything(old));
      assertThat(waiting(target)).isEqualTo(waiting(old));
    }
  }

  @Test
  void mixesNoTwoFiles() {
    moves(old).exportTo(file, Progress.NONE);
    var target = embedded();
    assertThatThrownBy(() -> moves(new Breaking(target, 1)).importFrom(file, Progress.NONE))
        .isInstanceOf(StoreUnavailableException.class);
    old.queue().add(List.of(entry(9_999)));
    var other = folder.resolve("other.gz");
    moves(old).exportTo(other, Progress.NONE);

    assertThat(refusal(() -> moves(target).importFrom(other, Progress.NONE)))
        .isEqualTo(Reason.OTHER_BEGUN);
  }

  private Moves moves(State state) {
    return new Moves(state, clock);
  }

  private State embedded() {
    var state = MvStoreState.open(folder.resolve(opened.size() + ".mv"), clock);
    opened.add(state);
    return state;
  }

  private static void fill(State state) {
    state
        .records()
        .writeAll(
            IntStream.range(0, 600)
                .mapToObj(i -> Write.create(PEOPLE.key("U" + i), "perché\n\u2028\0 😀 " + i))
                .toList());
    var queue = state.queue();
    queue.add(IntStream.range(0, 600).mapToObj(MovesTest::entry).toList());
    queue.done(queue.lease("inbox", 200, Duration.ofMinutes(1)));
    queue.lease("inbox", 5, Duration.ofMinutes(1)).forEach(each -> queue.bury(each, "why"));
    queue.lease("inbox", 5, Duration.ofMinutes(1));
  }

  private static Entry entry(int number) {
    return new Entry(
        "inbox", "lane " + number % 7, "key " + number, "{\"a\":1}", java.time.Instant.EPOCH);
  }

  private static Reason refusal(Runnable move) {
    try {
      move.run();
    } catch (MoveRefusedException e) {
      return e.reason();
    }
    throw new AssertionError("nothing was refused");
  }

  private static List<Stored> everything(State state) {
    try (var everything = state.everything()) {
      return everything.toList();
    }
  }

  private static List<Stored> waiting(State state) {
    return everything(state).stream().filter(Stored.Waiting.class::isInstance).toList();
  }

  private static List<String> without(List<String> lines, int index) {
    var fewer = new ArrayList<>(lines);
    fewer.remove(index);
    return fewer;
  }

  private static String unzipped(Path file) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void zip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, bytes.toByteArray());
  }

  /** A state that can be loaded so many times. */
  private static final class Breaking implements State {

    private final State state;
    private int left;

    Breaking(State state, int left) {
      this.state = state;
      this.left = left;
    }

    @Override
    public Records records() {
      return state.records();
    }

    @Override
    public Queue queue() {
      return state.queue();
    }

    @Override
    public Stream<Stored> everything() {
      return state.everything();
    }

    @Override
    public void load(List<Stored> part) {
      if (left-- == 0) {
        // The part may have got there in part.
        state.load(part.subList(0, part.size() / 2));
        throw new StoreUnavailableException("the connection was lost", null);
      }
      state.load(part);
    }

    @Override
    public void close() {}
  }
}
