package ponte.app.move;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.ArchiveStorage.Kind;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.Copying;
import ponte.archive.Holdings;
import ponte.lucene.LuceneHoldings;
import ponte.nlp.Nlp;
import ponte.opensearch.Layouts;
import ponte.opensearch.OpenSearchHoldings;
import ponte.opensearch.Relayout;
import ponte.platform.Progress;

/**
 * Copies an archive to another one. How far it came lies beside it: whoever is killed goes on
 * there.
 */
public final class Reindexing {

  private final ArchiveStorage storage;
  private final Path data;
  private final Clock clock;
  private final Progress progress;

  /**
   * What was copied.
   *
   * @param events how many were given to the other archive
   * @param wasDamaged whether it could not be read how far an earlier run came
   */
  public record Copied(long events, boolean wasDamaged) {}

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
   * @throws ArchiveUnavailableException if one cannot be read or written; what was copied stays
   * @throws MoveRefusedException if it cannot be noted how far it came
   */
  public Copied run(Kind from, Kind to) {
    return from == to ? anew() : moved(from, to);
  }

  /** Whether the archive on OpenSearch has the layout of this version already, and is in use. */
  public boolean isLaidOut() {
    try (var layouts = layouts()) {
      return layouts.isInUse();
    }
  }

  /** What lies beside the archive of this version's layout on OpenSearch. */
  public List<String> old() {
    try (var layouts = layouts()) {
      return layouts.others();
    }
  }

  /**
   * Removes what lies beside the archive that is in use on OpenSearch.
   *
   * @return what the names of the removed indexes began with
   * @throws ArchiveUnavailableException if the archive of this version is not whole, or not in use
   */
  public List<String> removeOld() {
    try (var layouts = layouts()) {
      return layouts.removeOthers();
    }
  }

  private Layouts layouts() {
    return Layouts.open(storage.cluster(), Conversations.Rules.DEFAULT);
  }

  private Copied moved(Kind from, Kind to) {
    try (var holdings = holdings(from);
        var archive = storage.open(to, data, Nlp.shared(), clock);
        var layouts = layouts()) {
      return copy(holdings, archive, mark(from, to, layouts.id()));
    }
  }

  private Holdings holdings(Kind from) {
    return switch (from) {
      case LUCENE -> LuceneHoldings.open(ArchiveStorage.directory(data));
      case OPENSEARCH -> OpenSearchHoldings.open(storage.cluster(), Conversations.Rules.DEFAULT);
    };
  }

  private Copied anew() {
    try (var relayout =
        Relayout.open(storage.cluster(), Nlp.shared(), Conversations.Rules.DEFAULT, clock)) {
      var mark = mark(Kind.OPENSEARCH, Kind.OPENSEARCH, relayout.id());
      var before = copy(relayout.holdings(), relayout.next(), mark);
      relayout.holdWriting();
      var rest = copy(relayout.holdings(), relayout.next(), mark);
      relayout.finish();
      mark.remove();
      return new Copied(before.events() + rest.events(), before.wasDamaged());
    }
  }

  /** With an index of Lucene it lies in its directory: whoever removes that begins anew. */
  private MarkFile mark(Kind from, Kind to, String archives) {
    var folder = to == Kind.LUCENE ? ArchiveStorage.directory(data) : data;
    return new MarkFile(
        folder.resolve("reindex-%s-%s".formatted(from, to).toLowerCase(Locale.ROOT)), archives);
  }

  private Copied copy(Holdings holdings, Archive archive, MarkFile mark) {
    var copying = new Copying(holdings, archive, progress);
    var damaged = new AtomicBoolean();
    copying.run(mark.read(() -> damaged.set(true)), mark::write);
    return new Copied(copying.copied(), damaged.get());
  }
}
