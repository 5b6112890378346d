package ponte.app.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ponte.app.backup.BackupFile;
import ponte.app.backup.BackupRefusedException;

/** A backup that somebody changed: it is whole, or refused with a reason. */
final class BackupReading implements Consumer<byte[]> {

  private final Path file;
  private int read;

  BackupReading() {
    try {
      file = Files.createTempFile("backup", ".zip");
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many parts were in whole backups. */
  int read() {
    return read;
  }

  /** What is no zip is what a backup says of itself, beside one good part. */
  @Override
  public void accept(byte[] input) {
    try {
      if (input.length > 1 && input[0] == 'P' && input[1] == 'K') {
        Files.write(file, input);
      } else {
        write(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      read += new BackupFile(file).check().parts().size();
    } catch (BackupRefusedException refused) {
      Objects.requireNonNull(refused.reason());
    }
  }

  private void write(byte[] contents) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("replica"));
      zip.write("one".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("backup.json"));
      zip.write(contents);
      zip.closeEntry();
    }
  }
}
