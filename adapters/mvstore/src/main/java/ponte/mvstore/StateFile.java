package ponte.mvstore;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.StoreUnavailableException;

/** The file: how it comes into being, how it is opened, and what is said when it cannot be. */
record StateFile(Path path) {

  private static final Logger log = LoggerFactory.getLogger(StateFile.class);

  /** The version of the forms of everything in the file. */
  private static final int FORMAT = 1;

  /** Opens the file; where there is none, makes one, with the folders above it. */
  MVStore open() {
    try {
      if (Files.notExists(path)) {
        create();
      }
      return openComplete();
    } catch (IOException | RuntimeException e) {
      throw unavailable(e);
    }
  }

  /** Puts the cause into words, with the file's name. */
  StoreUnavailableException unavailable(Throwable cause) {
    return cause instanceof StoreUnavailableException told
        ? new StoreUnavailableException(String.valueOf(told.getMessage()), told)
        : new StoreUnavailableException(message(cause), cause);
  }

  private String message(Throwable cause) {
    return switch (cause) {
      case MVStoreException e when e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ->
          path + " is in use by another process";
      case MVStoreException e when e.getErrorCode() == DataUtils.ERROR_WRITING_FAILED ->
          path + " cannot be written: " + e.getMessage();
      case MVStoreException e when e.getErrorCode() == DataUtils.ERROR_READING_FAILED ->
          path + " cannot be read: " + e.getMessage();
      case IOException e -> path + " cannot be made: " + e;
      default -> path + " is damaged: " + cause;
    };
  }

  private MVStore openComplete() {
    var store = builder(path).open();
    try {
      // MVStore takes a file in which it finds nothing whole for a new one,
      var format = store.getStoreVersion();
      if (format == 0) {
        throw new StoreUnavailableException(path + " is damaged: nothing is found in it", null);
      }
      if (format > FORMAT) {
        throw new StoreUnavailableException(
            path + " was written by a newer version (format " + format + ")", null);
      }
      // and goes back to whatever older version of the file is whole.
      if (store.getCurrentVersion() < lastVersion(store.getStoreHeader())) {
        throw new StoreUnavailableException(path + " is damaged: its end is missing", null);
      }
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw e;
    }
    return store;
  }

  /**
   * Writes what is in the file of a store, while nobody changes it; what went wrong, if anything.
   */
  static Optional<IOException> copy(MVStore store, Path zip) {
    try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
      out.setLevel(Deflater.BEST_SPEED);
      // By the store's own channel: to close another one of the same process would end its lock.
      store.getFileStore().backup(out);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }

  /** The version that must be in the file: a crash may have cost one that was not synced yet. */
  private static long lastVersion(Map<String, Object> header) {
    var written = DataUtils.readHexLong(header, "version", 0);
    var closed = DataUtils.readHexLong(header, "clean", 0) != 0;
    return closed ? written : written - 1;
  }

  /** A file has its name only once there is a format in it, so that one without is no new file. */
  private void create() throws IOException {
    var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    var unfinished = Files.createTempFile(folder, path.getFileName().toString(), ".new");
    try {
      try (var store = builder(unfinished).open()) {
        store.setStoreVersion(FORMAT);
        store.commit();
        store.sync();
      }
      Files.move(unfinished, path);
    } catch (FileAlreadyExistsException e) {
      log.atInfo().addKeyValue("file", path).log("state made by another process meanwhile");
    } finally {
      Files.deleteIfExists(unfinished);
    }
    if (File.separatorChar == '/') {
      try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }

  private static MVStore.Builder builder(Path file) {
    return new MVStore.Builder()
        .fileName(file.toString())
        // No commit but ours: it must not fall into the middle of a piece of work.
        .autoCommitDisabled()
        .autoCommitBufferSize(0);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
