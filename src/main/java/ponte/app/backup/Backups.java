package ponte.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import ponte.app.backup.Contents.Part;
import ponte.lucene.LuceneArchive;
import ponte.store.Codec;

/**
 * Writes all that a replica keeps in its data directory, while it is at work.
 *
 * <p>The state is taken before the archive. What was heard is taken in from the queues of the state
 * and may be taken in twice, so an archive that is ahead of its state loses nothing; one that is
 * behind would.
 */
public final class Backups {

  static final String STATE = "state.mv";
  static final String REPLICA = "replica";
  static final String ARCHIVE = "archive/";

  private static final String UNFINISHED = ".backup-of-state";

  private final Path data;
  private final @Nullable Consumer<Path> state;
  private final @Nullable LuceneArchive archive;
  private final Clock clock;

  /**
   * @param state writes the state into a new zip, as its only entry; null: it does not lie in the
   *     directory
   * @param archive null: it does not lie there
   */
  public Backups(
      Path data, @Nullable Consumer<Path> state, @Nullable LuceneArchive archive, Clock clock) {
    this.data = data;
    this.state = state;
    this.archive = archive;
    this.clock = clock;
  }

  /**
   * Writes a whole backup. Readers and writers go on; only for as long as the copying of the state
   * takes, a moment as a rule, changes of it wait.
   *
   * @return what is in it
   * @throws IOException if it cannot be written; what was written of it is no backup
   * @throws ponte.store.StoreUnavailableException if the state cannot be read
   * @throws ponte.archive.ArchiveUnavailableException if the archive cannot be read
   */
  public synchronized Contents writeTo(OutputStream out) throws IOException {
    var at = clock.instant();
    var parts = new ArrayList<Part>();
    var zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    if (state != null) {
      writeState(state, zip, parts);
    }
    if (archive != null) {
      try (var held = archive.hold()) {
        for (var file : held.files()) {
          write(file, ARCHIVE + file.getFileName(), zip, parts);
        }
      }
    }
    var contents = new Contents(Contents.FORMAT, at, state != null, parts);
    zip.putNextEntry(new ZipEntry(Contents.ENTRY));
    zip.write(Codec.write(contents).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.close();
    return contents;
  }

  /** By way of a file, so that nobody waits for a slow reader of the backup. */
  private void writeState(Consumer<Path> copying, ZipOutputStream zip, List<Part> parts)
      throws IOException {
    // Only their owner reads temporary files.
    var copy = Files.createTempFile(data, UNFINISHED, ".zip");
    try {
      copying.accept(copy);
      try (var copied = new ZipInputStream(Files.newInputStream(copy))) {
        copied.getNextEntry();
        write(copied, STATE, zip, parts);
      }
    } finally {
      Files.deleteIfExists(copy);
    }
    write(data.resolve(REPLICA), REPLICA, zip, parts);
  }

  private static void write(Path file, String name, ZipOutputStream zip, List<Part> parts)
      throws IOException {
    try (var content = Files.newInputStream(file)) {
      write(content, name, zip, parts);
    }
  }

  private static void write(InputStream content, String name, ZipOutputStream zip, List<Part> parts)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var summed = new Summed(content);
    summed.transferTo(zip);
    parts.add(summed.part(name));
    zip.closeEntry();
  }

  /** What a crash left of unfinished backups. */
  public static void sweep(Path data) throws IOException {
    try (var left = Files.newDirectoryStream(data, UNFINISHED + "*")) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Whoever gave the stream ends it. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
