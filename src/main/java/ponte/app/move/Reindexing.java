package ponte.app.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.ArchiveStorage.Kind;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.Copying;
import ponte.archive.Holdings;
import ponte.lucene.LuceneHoldings;
import ponte.nlp.Nlp;
import ponte.opensearch.OpenSearchHoldings;
import ponte.opensearch.Relayout;
import ponte.platform.Progress;

/**
 * Copies an archive to another one. How far it came lies in the data directory: whoever is killed
 * goes on there.
 */
public final class Reindexing {

  private final ArchiveStorage storage;
  private final Path data;
  private final Clock clock;
  private final Progress progress;

  /**
   * @param storage where OpenSearch is
   * @param data where Lucene's index is
   */
  public Reindexing(ArchiveStorage storage, Path data, Clock clock, Progress progress) {
    this.storage = storage;
    this.data = data;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Copies until nothing is left that the other one does not have.
   *
   * @param to another one than {@code from}, or both OpenSearch: then the archive is made anew in
   *     the layout of this version, and the old one is written no more
   * @return how many events were given to the other one
   * @throws ArchiveUnavailableException if one cannot be read or written; what was copied stays
   */
  public long run(Kind from, Kind to) {
    var mark = new MarkFile(data.resolve("reindex-%s-%s".formatted(from, to).toLowerCase()));
    return from == to ? anew(mark) : moved(from, to, mark);
  }

  private long moved(Kind from, Kind to, MarkFile mark) {
    try (var holdings = holdings(from);
        var archive = storage.open(to, data, new Nlp(), clock)) {
      return copy(holdings, archive, mark);
    }
  }

  private Holdings holdings(Kind from) {
    return switch (from) {
      case LUCENE -> LuceneHoldings.open(ArchiveStorage.directory(data));
      case OPENSEARCH -> OpenSearchHoldings.open(storage.cluster(), Conversations.Rules.DEFAULT);
    };
  }

  private long anew(MarkFile mark) {
    try (var relayout =
        Relayout.open(storage.cluster(), new Nlp(), Conversations.Rules.DEFAULT, clock)) {
      var copied = copy(relayout.holdings(), relayout.next(), mark);
      relayout.holdWriting();
      copied += copy(relayout.holdings(), relayout.next(), mark);
      relayout.finish();
      mark.remove();
      return copied;
    }
  }

  private long copy(Holdings holdings, Archive archive, MarkFile mark) {
    var copying = new Copying(holdings, archive, progress);
    copying.run(mark.read(), mark::write);
    return copying.copied();
  }

  /** Where the next part begins. */
  private record MarkFile(Path path) {

    private String read() {
      try {
        return Files.exists(path) ? Files.readString(path) : Holdings.BEGINNING;
      } catch (IOException e) {
        throw unusable(e);
      }
    }

    private void write(String end) {
      try {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var next = path.resolveSibling(path.getFileName() + ".next");
        Files.writeString(next, end);
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw unusable(e);
      }
    }

    private void remove() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw unusable(e);
      }
    }

    private ArchiveUnavailableException unusable(IOException cause) {
      return new ArchiveUnavailableException(path + " cannot be read or written", cause);
    }
  }
}
