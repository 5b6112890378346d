package ponte.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Demo;
import ponte.app.Replica;
import ponte.app.backup.BackupRefusedException.Reason;
import ponte.store.Partition;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/** Which files are restored, and where. */
class RestoringTest {

  private static final Partition NOTES = new Partition("note", "all");

  private final Path folder;
  private final Path file;
  private final Path restored;

  RestoringTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("backup.zip");
    this.restored = folder.resolve("restored");
  }

  @BeforeEach
  void backUp() {
    try (var ponte = Replica.open(folder.resolve("data"), Demo.SETTINGS, Demo.CLOCK)) {
      ponte.records().write(Write.create(NOTES.key("one"), "1"));
      new BackupFile(file).write(ponte.backups()::writeTo);
    }
  }

  @Test
  void bringsBackWhatWasThere() {
    var contents = new Restoring(restored).from(new BackupFile(file));

    assertThat(contents.at()).isEqualTo(Demo.CLOCK.instant());
    assertThat(contents.state()).isTrue();
    assertThat(noteIn(restored)).isEqualTo("1");
  }

  @Test
  void leavesADirectoryAloneInWhichThereIsSomething() {
    var data = folder.resolve("data");

    assertRefused(Reason.NOT_EMPTY, file, data);
    assertThat(noteIn(data)).isEqualTo("1");
  }

  @Test
  void changesNothingByAFileThatIsNotWhole() throws IOException {
    var bytes = Files.readAllBytes(file);
    var half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    var words = Files.writeString(folder.resolve("words.zip"), "words");
    var changed = bytes.clone();
    changed[bytes.length / 3] ^= 1;
    var touched = Files.write(folder.resolve("touched.zip"), changed);

    assertRefused(Reason.NO_BACKUP, half, restored);
    assertRefused(Reason.NO_BACKUP, words, restored);
    assertRefused(Reason.FILE_NOT_READABLE, folder.resolve("missing.zip"), restored);
    assertThatThrownBy(() -> new Restoring(restored).from(new BackupFile(touched)))
        .isInstanceOf(BackupRefusedException.class);
    assertThat(restored).doesNotExist();
  }

  @Test
  void takesNothingFromAFileThatWouldLieElsewhere() throws IOException {
    var evil = folder.resolve("evil.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(evil))) {
      zip.putNextEntry(new ZipEntry(Contents.ENTRY));
      zip.write(
          """
          {"format":1,"at":"2026-01-01T00:00:00Z","state":false,
           "parts":[{"name":"archive/../../outside","bytes":0,"sha256":""}]}"""
              .getBytes());
      zip.closeEntry();
    }

    assertRefused(Reason.DAMAGED, evil, restored);
    assertThat(restored).doesNotExist();
  }

  @Test
  void refusesWhatANewerVersionWrote() throws IOException {
    var newer = folder.resolve("newer.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(newer))) {
      zip.putNextEntry(new ZipEntry(Contents.ENTRY));
      zip.write(
          "{\"format\":2,\"at\":\"2026-01-01T00:00:00Z\",\"state\":false,\"parts\":[]}".getBytes());
      zip.closeEntry();
    }

    assertRefused(Reason.NEWER, newer, restored);
  }

  @Test
  void isCompletedByDoingItAgainWhereItWasBrokenOff() throws IOException {
    Files.createDirectories(restored.resolve("restoring").resolve("archive"));
    Files.writeString(restored.resolve("restoring").resolve("archive").resolve("_0.cfs"), "half");
    Files.createDirectories(restored.resolve("archive"));
    Files.writeString(restored.resolve("archive").resolve("_1.cfs"), "moved already");

    assertThatThrownBy(() -> Replica.open(restored, Demo.SETTINGS, Demo.CLOCK))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("was broken off");
    new Restoring(restored).from(new BackupFile(file));

    assertThat(noteIn(restored)).isEqualTo("1");
    assertThat(restored.resolve("restoring")).doesNotExist();
    assertThat(restored.resolve("archive").resolve("_1.cfs")).doesNotExist();
  }

  @Test
  void writesOverNoFile() throws IOException {
    var before = Files.readAllBytes(file);

    try (var ponte = Replica.open(folder.resolve("data"), Demo.SETTINGS, Demo.CLOCK)) {
      assertThatThrownBy(() -> new BackupFile(file).write(ponte.backups()::writeTo))
          .isInstanceOfSatisfying(
              BackupRefusedException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.FILE_EXISTS));
    }
    assertThat(file).hasBinaryContent(before);
  }

  private static void assertRefused(Reason reason, Path file, Path data) {
    assertThatThrownBy(() -> new Restoring(data).from(new BackupFile(file)))
        .isInstanceOfSatisfying(
            BackupRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static String noteIn(Path data) {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Demo.CLOCK)) {
      return ponte.records().find(NOTES.key("one")).orElseThrow().content();
    }
  }
}
