package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.slack.PonteProcess;
import ponte.app.storage.Presence;
import ponte.app.storage.ReplicaName;
import ponte.archive.Extent;
import ponte.bot.Import.Imported;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.platform.Progress;
import ponte.platform.SourceUnreadableException;
import ponte.store.Entry;

/** Imports that a crash breaks off, and what becomes of them at the next start. */
@BesideOthers
class BrokenOffImportTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int MOST_LIVES = 10;

  @TempDir private Path directory = Path.of("");

  /** Half of an import was enough: as if the process had died. */
  private static final class Died extends RuntimeException {

    private static final long serialVersionUID = 1;
  }

  @Test
  void goesOnWithTheDemoAfterTheFirstStartWasKilled() throws Exception {
    var data = killedWhileLoading("--ponte.demo=true");

    assertThat(begun(data)).singleElement().isInstanceOf(Begun.Demo.class);
    loadsToTheEnd(data, "--ponte.demo=true");

    assertThat(begun(data)).isEmpty();
    assertThat(messages(data)).isEqualTo(1_600);
  }

  @Test
  void goesOnWithAnExportAfterTheServerWasKilledThoughNobodyNamesItAgain() throws Exception {
    var data = killedWhileLoading("--ponte.import=" + Demo.folder());

    assertThat(begun(data))
        .containsExactly(new Begun.Export(Demo.folder().toString(), "T0DEMOSOLF"));
    loadsToTheEnd(data);

    assertThat(begun(data)).isEmpty();
    assertThat(messages(data)).isEqualTo(1_600);
  }

  /** There always is something, where people talk. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void endsThoughSomethingElseIsStillToBeTakenIn() {
    try (var ponte = open(directory.resolve("data"), Demo.CLOCK);
        var listening = ponte.listening()) {
      var tomorrow = Demo.CLOCK.instant().plus(Duration.ofDays(1));
      ponte.queue().add(List.of(new Entry("inbox", "other", "other", "{}", tomorrow)));
      listening.start();

      loadDemo(ponte, Progress.NONE);

      assertThat(ponte.demo().isWanted()).isFalse();
    }
  }

  @Test
  void keepsTheTimesOfTheDemoWhenItGoesOnWeeksLater() {
    var data = directory.resolve("data");
    try (var ponte = open(data, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      assertThatThrownBy(() -> loadDemo(ponte, diesAfter(500))).isInstanceOf(Died.class);
    }
    var later = Clock.offset(Demo.CLOCK, Duration.ofDays(30));

    try (var ponte = open(data, later);
        var listening = ponte.listening()) {
      listening.start();
      assertThat(ponte.demo().isWanted()).isTrue();
      loadDemo(ponte, Progress.NONE);
      assertThat(ponte.demo().isWanted()).isFalse();
    }

    var whole = directory.resolve("whole");
    try (var ponte = open(whole, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      loadDemo(ponte, Progress.NONE);
    }
    assertThat(extent(data)).isEqualTo(extent(whole));
  }

  @Test
  void finishesAnUploadAndDeletesIt() throws Exception {
    var data = directory.resolve("data");
    var upload = brokenOffUpload(data);

    try (var ponte = open(data, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      var loader = ponte.exportLoader();
      var kept = loader.broken().stream().map(loader::fileOf).toList();
      var forgotten = ponte.uploads().take("forgotten.zip", file -> Files.writeString(file, "x"));
      var coming = Files.writeString(data.resolve("upload_12ab_00000001.tmp"), "half of a file");
      ponte.uploads().sweep(Set.copyOf(kept));

      assertThat(forgotten.getParent()).doesNotExist();
      assertThat(coming).doesNotExist();
      assertThat(upload).exists();
      assertThat(loader.halfLoaded()).containsExactly("acme.zip");
      assertThat(loader.goOn(loader.broken().getFirst(), Progress.NONE).messages())
          .isEqualTo(1_600);
      assertThat(upload.getParent()).doesNotExist();
      assertThat(loader.halfLoaded()).isEmpty();
    }
    assertThat(messages(data)).isEqualTo(1_600);
  }

  @Test
  void saysWhichExportIsHereOnlyInPartUntilItsWorkspaceIsLoadedAgain() throws Exception {
    var data = directory.resolve("data");
    var upload = brokenOffUpload(data);

    try (var ponte = open(data, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      ponte.uploads().delete(upload);
      var loader = ponte.exportLoader();
      assertThatThrownBy(() -> loader.goOn(loader.broken().getFirst(), Progress.NONE))
          .isInstanceOfSatisfying(
              SourceUnreadableException.class,
              missing -> {
                assertThat(missing.situation()).isEqualTo("import.half-loaded");
                assertThat(missing.details()).containsExactly("acme.zip");
              });
      assertThat(loader.halfLoaded()).containsExactly("acme.zip");

      loader.load(Demo.folder(), Progress.NONE);

      assertThat(loader.halfLoaded()).isEmpty();
    }
  }

  @Test
  void saysWhichExportWentWithAReplicaUntilItsWorkspaceIsLoadedAgain() throws Exception {
    var data = directory.resolve("data");
    var upload = brokenOffUpload(data);
    // Where a directory is not kept, neither the file nor the name of the replica is.
    Files.delete(upload);
    Files.delete(data.resolve("replica"));

    try (var ponte = open(data, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      var loader = ponte.exportLoader();
      assertThat(loader.broken()).isEmpty();
      assertThat(loader.halfLoaded()).containsExactly("acme.zip");
      assertThat(Replica.brokenImports(data, ponte.records())).isEqualTo(1);
      assertThatThrownBy(() -> loader.goOn(loader.lost().getFirst(), Progress.NONE))
          .isInstanceOf(SourceUnreadableException.class);

      loader.load(Demo.folder(), Progress.NONE);

      assertThat(loader.halfLoaded()).isEmpty();
      assertThat(Replica.brokenImports(data, ponte.records())).isZero();
    }
  }

  @Test
  void leavesAnImportAloneThatAnotherReplicaIsAt() throws Exception {
    var data = directory.resolve("data");
    brokenOffUpload(data);
    var other = ReplicaName.in(data);
    Files.delete(data.resolve("replica"));

    try (var ponte = open(data, Demo.CLOCK)) {
      new Presence(ponte.records(), other, ponte.clock(), _ -> {}).beat();

      assertThat(ponte.exportLoader().halfLoaded()).isEmpty();
    }
  }

  @Test
  void deletesNothingThatDidNotComeThroughTheBrowser() throws Exception {
    var data = Files.createDirectories(directory.resolve("data"));
    var own = Files.writeString(directory.resolve("own.zip"), "no zip");

    try (var ponte = open(data, Demo.CLOCK)) {
      assertThatThrownBy(() -> ponte.exportLoader().load(own, Progress.NONE))
          .isInstanceOf(SourceUnreadableException.class);
    }

    assertThat(own).exists();
  }

  /** An upload that died half-way. */
  private Path brokenOffUpload(Path data) throws Exception {
    try (var ponte = open(data, Demo.CLOCK);
        var listening = ponte.listening()) {
      listening.start();
      var upload = ponte.uploads().take("acme.zip", BrokenOffImportTest::zipDemo);
      assertThatThrownBy(() -> ponte.exportLoader().load(upload, diesAfter(500)))
          .isInstanceOf(Died.class);
      return upload;
    }
  }

  private static void zipDemo(Path zip) throws IOException {
    try (var zipped = FileSystems.newFileSystem(zip, Map.of("create", "true"));
        var files = Files.walk(Demo.folder())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = zipped.getPath("/" + Demo.folder().relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Imported loadDemo(Replica ponte, Progress progress) {
    return ponte.demo().unpacked(directory, source -> ponte.exportLoader().load(source, progress));
  }

  private static Progress diesAfter(long messages) {
    return (_, done, _) -> {
      if (done > messages) {
        throw new Died();
      }
    };
  }

  /** A data directory whose server was killed while an import was being filed. */
  private Path killedWhileLoading(String... settings) throws Exception {
    for (int life = 0; life < MOST_LIVES; life++) {
      var data = directory.resolve("data" + life);
      try (var ponte = PonteProcess.started(data, Map.of(), settings)) {
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(1))
            .atMost(PATIENCE)
            .until(() -> isArchiving(data));
        ponte.kill();
        ponte.awaitEnd();
      }
      if (!begun(data).isEmpty() && messages(data) < 1_600) {
        return data;
      }
    }
    throw new AssertionError("no import was ever caught half-way");
  }

  /** Whether the archive's index has begun to write what it files, long before it is all there. */
  private static boolean isArchiving(Path data) throws IOException {
    try (var files = Files.list(data.resolve("archive"))) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("_"));
    }
  }

  private static void loadsToTheEnd(Path data, String... settings) throws Exception {
    try (var ponte = PonteProcess.started(data, Map.of(), settings)) {
      var browser = browser(ponte);
      await().atMost(PATIENCE).until(() -> browser.open("/").body(), says("Done: 1,600 messages"));
    }
  }

  private static Predicate<String> says(String words) {
    return page -> page.contains(words);
  }

  private static Browser browser(PonteProcess ponte) {
    return new Browser(Integer.parseInt(ponte.address().replaceAll(".*:", "")));
  }

  private static List<Begun> begun(Path data) {
    try (var ponte = open(data, Clock.system(ZoneOffset.UTC))) {
      var begun = new ArrayList<>(ponte.unfinishedImports().exports());
      ponte.unfinishedImports().demo().ifPresent(begun::add);
      return begun;
    }
  }

  private static long messages(Path data) {
    return extent(data).messages();
  }

  private static Extent extent(Path data) {
    try (var ponte = open(data, Demo.CLOCK);
        var export = Demo.export()) {
      return ponte
          .archive()
          .extent(
              new Audience(
                  export.channels().stream().map(Channel::id).collect(Collectors.toSet())));
    }
  }

  private static Replica open(Path data, Clock clock) {
    return Replica.open(data, Demo.SETTINGS, clock);
  }
}
