package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** An export that somebody unpacked. */
final class FolderFiles implements ExportFiles {

  /** A folder around everything, a folder a channel, a file a day: deeper lies nothing of Slack. */
  private static final int DEPTH = 3;

  private final Path folder;
  private final Map<String, Long> sizes;
  private final long totalBytes;

  private FolderFiles(Path folder, Map<String, Long> sizes, long totalBytes) {
    this.folder = folder;
    this.sizes = sizes;
    this.totalBytes = totalBytes;
  }

  static FolderFiles open(Path folder, Limits limits) throws IOException {
    var sizes = new LinkedHashMap<String, Long>();
    var names = new FileNames(limits);
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
            return !directory.equals(folder) && Layout.isClutter(nameIn(folder, directory))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            var name = nameIn(folder, file);
            if (Layout.isClutter(name)) {
              return FileVisitResult.CONTINUE;
            }
            if (about.isSymbolicLink()) {
              throw refusal("link", name);
            }
            if (about.isRegularFile()) {
              names.add(name, about.size());
              sizes.put(name, about.size());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    if (sizes.isEmpty()) {
      throw refusal("empty", String.valueOf(folder.getFileName()));
    }
    return new FolderFiles(folder, sizes, names.totalBytes());
  }

  private static String nameIn(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  @Override
  public String archive() {
    return String.valueOf(folder.getFileName());
  }

  @Override
  public Set<String> names() {
    return sizes.keySet();
  }

  @Override
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public long bytes(String name) {
    return sizes.getOrDefault(name, 0L);
  }

  @Override
  public InputStream read(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() {}
}
