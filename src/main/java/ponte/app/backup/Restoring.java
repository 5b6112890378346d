package ponte.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import ponte.app.backup.BackupRefusedException.Reason;
import ponte.store.StoreUnavailableException;

/**
 * Puts a backup into an empty data directory.
 *
 * <p>Everything is unpacked and checked beside its place first. As long as the folder for it is
 * there, nobody works with the directory: a restore that was broken off is begun again.
 *
 * @param data the directory, which is made where there is none
 */
public record Restoring(Path data) {

  private static final String UNFINISHED = "restoring";

  /** The archive as a folder, and single files; what must not be there without the rest is last. */
  private static final List<String> PLACES = List.of("archive", Backups.REPLICA, Backups.STATE);

  /**
   * @return what was restored
   * @throws BackupRefusedException if the directory is not empty, or the file is not whole
   */
  public Contents from(BackupFile backup) {
    var folder = data.resolve(UNFINISHED);
    try {
      if (!Files.isDirectory(folder) && PLACES.stream().anyMatch(this::isTaken)) {
        throw new BackupRefusedException(Reason.NOT_EMPTY, data.toString(), null);
      }
      backup.check();
      Files.createDirectories(folder);
      for (var place : PLACES) {
        delete(data.resolve(place));
        delete(folder.resolve(place));
      }
      var contents =
          backup.read(
              (name, content) -> {
                var file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (var channel =
                    FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                  content.transferTo(Channels.newOutputStream(channel));
                  channel.force(true);
                }
              });
      for (var place : PLACES) {
        if (Files.exists(folder.resolve(place))) {
          Files.move(folder.resolve(place), data.resolve(place), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      delete(folder);
      return contents;
    } catch (IOException e) {
      throw new BackupRefusedException(Reason.FILE_NOT_WRITABLE, data + ": " + e, e);
    }
  }

  /**
   * @throws StoreUnavailableException if a restore into the directory was broken off
   */
  public static void requireNoneBegun(Path data) {
    if (Files.isDirectory(data.resolve(UNFINISHED))) {
      throw new StoreUnavailableException(
          "a restore into "
              + data
              + " was broken off; the command restore with the same file completes it",
          null);
    }
  }

  private boolean isTaken(String place) {
    return Files.exists(data.resolve(place));
  }

  private static void delete(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (var files = Files.list(place)) {
        files.forEach(
            file -> {
              try {
                delete(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e.getCause());
      }
    }
    Files.deleteIfExists(place);
  }
}
