package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The files of an export, in a zip or in a folder; their names are separated by slashes. */
sealed interface ExportFiles extends Closeable permits FolderFiles, ZipFiles {

  /**
   * Opens an export and checks its names and sizes.
   *
   * @throws ponte.platform.SourceUnreadableException if it is neither a zip nor a folder, or its
   *     names or sizes are not to be trusted
   */
  static ExportFiles open(Path path, Limits limits) {
    var name = String.valueOf(path.getFileName());
    if (!Files.exists(path)) {
      throw refusal("not-there", path.toString());
    }
    try {
      if (Files.isDirectory(path)) {
        return FolderFiles.open(path.toRealPath(), limits);
      }
      if (!Files.isRegularFile(path)) {
        throw refusal("not-a-zip", name);
      }
      return ZipFiles.open(path, limits);
    } catch (IOException e) {
      throw refusal(e, "unreadable", name);
    }
  }

  /** The export's own name, to speak of it. */
  String archive();

  /** The names of all files. */
  Set<String> names();

  long totalBytes();

  long bytes(String name);

  /** Opens a file; reading it fails where it holds more than it said or not what it said. */
  InputStream read(String name) throws IOException;
}
