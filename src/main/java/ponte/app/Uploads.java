package ponte.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that come through the browser: each in a directory of its own, under its own name, for
 * as long as its import lasts.
 */
public final class Uploads {

  private static final Logger log = LoggerFactory.getLogger(Uploads.class);

  private static final String PREFIX = "upload-";

  /** How Tomcat calls a file of which it has not received all. */
  private static final String COMING = "upload_*.tmp";

  private static final int LONGEST_NAME = 80;

  private final Path data;

  Uploads(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  /** Writes a file to a path. */
  public interface Sender {
    void sendTo(Path file) throws IOException;
  }

  /**
   * Takes a file in.
   *
   * @param name what the browser calls it
   * @return where it lies now
   */
  public Path take(String name, Sender sender) throws IOException {
    var file = Files.createTempDirectory(data, PREFIX).resolve(safe(name));
    try {
      sender.sendTo(file);
      return file;
    } catch (IOException | RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  /** The name that messages about it will tell, without anything that means something to a disk. */
  private static String safe(String name) {
    var safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceFirst("^[. ]+", "").strip();
    return safe.isEmpty()
        ? "export.zip"
        : safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
  }

  /** Whether a file came through the browser. */
  boolean holds(Path file) {
    var directory = file.toAbsolutePath().normalize().getParent();
    return directory != null
        && data.equals(directory.getParent())
        && directory.getFileName().toString().startsWith(PREFIX);
  }

  /** Deletes a file that came through the browser, and no other. */
  public void delete(Path file) {
    if (!holds(file)) {
      return;
    }
    remove(file);
    remove(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /** How a note calls a file. */
  String inData(Path file) {
    return data.relativize(file.toAbsolutePath().normalize()).toString();
  }

  /** The file that a note calls so. */
  Path file(String inData) {
    return data.resolve(inData);
  }

  /**
   * Deletes what a crash left behind. Nothing may be sent meanwhile.
   *
   * @param kept those that are still to be loaded
   */
  void sweep(Set<Path> kept) {
    try (var left = Files.newDirectoryStream(data, PREFIX + "*");
        var coming = Files.newDirectoryStream(data, COMING)) {
      coming.forEach(Uploads::remove);
      for (var directory : left) {
        if (Files.isDirectory(directory)) {
          sweep(directory, kept);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep(Path directory, Set<Path> kept) throws IOException {
    try (var files = Files.newDirectoryStream(directory, file -> !kept.contains(file))) {
      files.forEach(Uploads::remove);
    }
    if (kept.stream().noneMatch(file -> file.startsWith(directory))) {
      remove(directory);
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      log.atWarn().addKeyValue("file", path).setCause(e).log("upload not deleted");
    }
  }
}
