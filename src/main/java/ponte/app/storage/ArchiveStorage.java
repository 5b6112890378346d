package ponte.app.storage;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.LateArchive;
import ponte.archive.TwoArchives;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;
import ponte.opensearch.OpenSearchArchive;
import ponte.opensearch.OpenSearchSettings;
import ponte.opensearch.OpenSearchSettings.Login;
import ponte.opensearch.OpenSearchUnavailableException;

/** What an administrator chose to keep messages in. */
public record ArchiveStorage(ArchiveProperties set) {

  /** The names by which it is chosen. */
  public enum Kind {
    LUCENE,
    OPENSEARCH
  }

  private static final Logger log = LoggerFactory.getLogger(ArchiveStorage.class);

  private static final String DIRECTORY = "archive";

  /** In the data directory, and nowhere else. */
  public static ArchiveStorage embedded() {
    return new ArchiveStorage(
        new ArchiveProperties(
            Kind.LUCENE,
            null,
            List.of(URI.create("http://localhost:9200")),
            null,
            null,
            null,
            OpenSearchSettings.DEFAULT_PREFIX,
            OpenSearchSettings.DEFAULT_SHARDS,
            OpenSearchSettings.DEFAULT_COPIES,
            OpenSearchSettings.DEFAULT_CONNECTING,
            OpenSearchSettings.DEFAULT_ANSWERING));
  }

  /**
   * What the settings say.
   *
   * @throws ArchiveNotSetException if they are not whole
   */
  public static ArchiveStorage of(ArchiveProperties set) {
    if (set.kind() == set.also()) {
      throw new ArchiveNotSetException("archive-twice", set.kind().name().toLowerCase());
    }
    var storage = new ArchiveStorage(set);
    if (storage.isOn(Kind.OPENSEARCH)) {
      storage.cluster();
    }
    return storage;
  }

  /** What messages are read from. */
  public Kind kind() {
    return set.kind();
  }

  /**
   * Where OpenSearch is, wherever it is meant.
   *
   * @throws ArchiveNotSetException if its settings are not whole
   */
  public OpenSearchSettings cluster() {
    var authorities = set.caFile();
    if (authorities != null && !Files.isReadable(authorities)) {
      throw new ArchiveNotSetException("archive-no-ca-file", authorities.toString());
    }
    if ((set.user() == null) != (set.password() == null)) {
      throw new ArchiveNotSetException("archive-no-login", "");
    }
    try {
      return new OpenSearchSettings(
          set.nodes(),
          set.user() == null || set.password() == null
              ? null
              : new Login(set.user(), set.password().value()),
          authorities,
          set.prefix(),
          set.shards(),
          set.copies(),
          set.connectTimeout(),
          set.timeout());
    } catch (IllegalArgumentException e) {
      throw new ArchiveNotSetException("archive-bad", String.valueOf(e.getMessage()));
    }
  }

  /** Whether messages are read from it, or written to it. */
  public boolean isOn(Kind wanted) {
    return set.kind() == wanted || set.also() == wanted;
  }

  /** Opens it; the directory is there. */
  public Archive open(Path data, Nlp nlp, Clock clock) {
    return open(kind -> open(kind, data, nlp, clock));
  }

  /** Opens it for a server: what others share may be away at that moment, and come later. */
  public Archive openPatiently(Path data, Nlp nlp, Clock clock) {
    return open(kind -> openPatiently(() -> open(kind, data, nlp, clock)));
  }

  private static Archive openPatiently(Supplier<Archive> opening) {
    try {
      return opening.get();
    } catch (OpenSearchUnavailableException e) {
      if (e.reason() != OpenSearchUnavailableException.Reason.AWAY) {
        throw e;
      }
      log.atWarn()
          .addKeyValue("trouble", e.getMessage())
          .log("the archive is away, and is opened when it is there");
      return new LateArchive(opening);
    }
  }

  private Archive open(Function<Kind, Archive> opening) {
    var main = opening.apply(set.kind());
    var also = set.also();
    if (also == null) {
      return main;
    }
    try {
      return new TwoArchives(main, opening.apply(also));
    } catch (RuntimeException e) {
      main.close();
      throw e;
    }
  }

  /** Opens one of them. */
  public Archive open(Kind wanted, Path data, Nlp nlp, Clock clock) {
    return switch (wanted) {
      case LUCENE -> LuceneArchive.open(directory(data), nlp, Conversations.Rules.DEFAULT);
      case OPENSEARCH -> OpenSearchArchive.open(cluster(), nlp, Conversations.Rules.DEFAULT, clock);
    };
  }

  /** Where Lucene's index lies. */
  public static Path directory(Path data) {
    return data.resolve(DIRECTORY);
  }
}
