package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import ponte.platform.SourceUnreadableException;

/** An export as Slack hands it out. Nothing of it is ever unpacked to a disk. */
final class ZipFiles implements ExportFiles {

  private final String archive;
  private final ZipFile zip;
  private final Limits limits;
  private final Map<String, ZipEntry> entries;
  private final long totalBytes;

  private ZipFiles(
      String archive, ZipFile zip, Limits limits, Map<String, ZipEntry> entries, long totalBytes) {
    this.archive = archive;
    this.zip = zip;
    this.limits = limits;
    this.entries = entries;
    this.totalBytes = totalBytes;
  }

  static ZipFiles open(Path path, Limits limits) throws IOException {
    var archive = String.valueOf(path.getFileName());
    if (Files.size(path) == 0) {
      throw refusal("empty", archive);
    }
    var start = start(path);
    if (!isZip(start)) {
      throw refusal("not-a-zip", archive);
    }
    ZipEnd.find(path)
        .ifPresent(
            end -> {
              if (end.files() > limits.files()) {
                throw refusal("too-many-files", String.valueOf(limits.files()));
              }
            });
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw notOpened(archive, e);
    }
    try {
      return checked(archive, zip, limits, Files.size(path));
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFiles checked(String archive, ZipFile zip, Limits limits, long packed) {
    var names = new FileNames(limits);
    var entries = new LinkedHashMap<String, ZipEntry>();
    for (var all = zip.entries(); all.hasMoreElements(); ) {
      var entry = all.nextElement();
      var size = Math.max(0, entry.getSize());
      var name = names.add(entry.getName(), size);
      if (limits.isBomb(size, entry.getCompressedSize())) {
        throw refusal("bomb", entry.getName());
      }
      if (!entry.isDirectory()) {
        entries.put(name, entry);
      }
    }
    if (entries.isEmpty()) {
      throw refusal("empty", archive);
    }
    if (limits.isBomb(names.totalBytes(), packed)) {
      throw refusal("bomb", archive);
    }
    return new ZipFiles(archive, zip, limits, entries, names.totalBytes());
  }

  private static byte[] start(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(4);
    }
  }

  /** Whether it starts as a zip does: with a file, or, where it is empty, with its end. */
  private static boolean isZip(byte[] start) {
    return start.length == 4
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
  }

  /** The JDK tells these cases apart by its message alone. */
  private static SourceUnreadableException notOpened(String archive, ZipException e) {
    var message = String.valueOf(e.getMessage());
    if (message.contains("encrypted")) {
      return refusal(e, "encrypted", archive);
    }
    if (message.contains("compression method")) {
      return refusal(e, "compression", archive);
    }
    return refusal(e, "damaged-zip", archive);
  }

  @Override
  public String archive() {
    return archive;
  }

  @Override
  public Set<String> names() {
    return entries.keySet();
  }

  @Override
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public long bytes(String name) {
    var entry = entries.get(name);
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  @Override
  public InputStream read(String name) throws IOException {
    var entry = entries.get(name);
    if (entry == null) {
      throw new ZipException("no file " + name);
    }
    return new CheckedEntry(zip.getInputStream(entry), entry, limits);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
