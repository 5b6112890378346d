package ponte.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import ponte.app.backup.BackupRefusedException.Reason;
import ponte.store.Codec;

/**
 * A backup: a zip of the files of a data directory, and what must be in it as its last entry. It is
 * readable by its owner only, and has its name once it is whole.
 */
public record BackupFile(Path path) {

  /** Where a backup comes from. */
  @FunctionalInterface
  public interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a new one, and reads it once more to see that it is whole.
   *
   * @throws BackupRefusedException if the file is there already, cannot be written, or what came
   *     was not whole or nothing at all; then there is no file
   */
  public Contents write(Source source) {
    if (Files.exists(path)) {
      throw refused(Reason.FILE_EXISTS, null);
    }
    try {
      var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
      var unfinished = Files.createTempFile(folder, ".ponte-backup", ".part");
      try {
        try (var out = Files.newOutputStream(unfinished)) {
          source.writeTo(out);
        }
        var contents = new BackupFile(unfinished).check();
        if (contents.parts().isEmpty()) {
          throw refused(Reason.NOTHING_HERE, null);
        }
        Files.move(unfinished, path);
        return contents;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (FileAlreadyExistsException e) {
      throw refused(Reason.FILE_EXISTS, e);
    } catch (IOException e) {
      throw new BackupRefusedException(Reason.FILE_NOT_WRITABLE, path + ": " + e, e);
    }
  }

  /**
   * Reads all of it.
   *
   * @return what is in it
   * @throws BackupRefusedException if it cannot be read, is not whole, or is no backup
   */
  public Contents check() {
    return read((_, content) -> content.transferTo(OutputStream.nullOutputStream()));
  }

  /** Takes what is in a part. */
  interface Reading {
    void part(String name, InputStream content) throws IOException;
  }

  /** Reads all of it, part by part in its order; parts are not known to be whole before its end. */
  Contents read(Reading reading) {
    try (var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
      var contents = contents(zip);
      for (var part : contents.parts()) {
        var entry = zip.getEntry(part.name());
        if (entry == null) {
          throw refused(Reason.DAMAGED, null);
        }
        try (var content = new Summed(zip.getInputStream(entry))) {
          reading.part(part.name(), content);
          if (!content.part(part.name()).equals(part)) {
            throw refused(Reason.DAMAGED, null);
          }
        }
      }
      return contents;
    } catch (ZipException e) {
      throw refused(Reason.NO_BACKUP, e);
    } catch (IOException e) {
      throw new BackupRefusedException(Reason.FILE_NOT_READABLE, path + ": " + e, e);
    }
  }

  private Contents contents(ZipFile zip) throws IOException {
    var entry = zip.getEntry(Contents.ENTRY);
    if (entry == null) {
      throw refused(Reason.NO_BACKUP, null);
    }
    try (var content = zip.getInputStream(entry)) {
      var said = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      var contents = Codec.read(said, Contents.class);
      if (contents.format() > Contents.FORMAT) {
        throw refused(Reason.NEWER, null);
      }
      var names = new HashSet<String>();
      if (!contents.parts().stream().allMatch(part -> names.add(part.name()))) {
        throw refused(Reason.DAMAGED, null);
      }
      return contents;
    } catch (IllegalArgumentException e) {
      throw refused(Reason.DAMAGED, e);
    }
  }

  private BackupRefusedException refused(Reason reason, @Nullable Exception cause) {
    return new BackupRefusedException(reason, path.toString(), cause);
  }
}
