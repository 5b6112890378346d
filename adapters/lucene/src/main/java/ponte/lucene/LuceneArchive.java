package ponte.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.archive.Extent;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.archive.Shaped;
import ponte.archive.Sought;
import ponte.archive.Vocabulary;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Nlp;

/**
 * The archive as a Lucene index in a directory, which one process writes at a time and any number
 * may read.
 *
 * <p>A batch is one commit: its messages, the conversations they move and these conversations'
 * words become durable together and are seen only then.
 */
public final class LuceneArchive implements Archive {

  /** So many that nobody else who writes waits long. */
  private static final int TAKEN_BACK_AT_ONCE = 1_000;

  private final Path path;
  private final Directory directory;
  private final SearcherManager searchers;
  private final @Nullable Writing writing;
  private final PerSegment<MessageTally> messageTallies = new PerSegment<>(MessageTally::of);
  private final PerSegment<ConversationTally> conversationTallies =
      new PerSegment<>(ConversationTally::of);
  private final Sight sight = new Sight(conversationTallies);
  private final PerSegment<LatestTally> latestTallies = PerSegment.withDeleted(LatestTally::of);

  private LuceneArchive(
      Path path, Directory directory, SearcherManager searchers, @Nullable Writing writing) {
    this.path = path;
    this.directory = directory;
    this.searchers = searchers;
    this.writing = writing;
  }

  /**
   * Opens the archive in a directory, which is made where it is missing. One that was filed by
   * other rules is first filed anew, which takes a while.
   *
   * @throws ArchiveUnavailableException if another process has it open, or it cannot be read
   */
  public static LuceneArchive open(Path path, Nlp nlp, Conversations.Rules rules) {
    return opening(
        path,
        directory -> {
          var writing = Writing.open(directory, new Conversations(rules), nlp);
          try {
            return new LuceneArchive(path, directory, searchers(directory), writing);
          } catch (IOException | RuntimeException e) {
            writing.close();
            throw e;
          }
        });
  }

  /**
   * Opens the archive in a directory as it is now, for reading only: also while another process
   * writes it.
   *
   * @throws ArchiveUnavailableException if there is none or it cannot be read
   */
  public static LuceneArchive openToRead(Path path) {
    return opening(
        path, directory -> new LuceneArchive(path, directory, searchers(directory), null));
  }

  private static SearcherManager searchers(Directory directory) throws IOException {
    return new SearcherManager(directory, null);
  }

  private interface Opening {
    LuceneArchive in(Directory directory) throws IOException;
  }

  private static LuceneArchive opening(Path path, Opening opening) {
    Directory directory = null;
    try {
      directory = FSDirectory.open(path);
      return opening.in(directory);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw switch (e) {
        case LockObtainFailedException _ ->
            new ArchiveUnavailableException("another process has the archive open: " + path, e);
        case IndexNotFoundException _ ->
            new ArchiveUnavailableException("there is no archive in " + path, e);
        case IOException _ -> new ArchiveUnavailableException("cannot open archive " + path, e);
        case RuntimeException runtime -> runtime;
        default -> new IllegalStateException(e);
      };
    }
  }

  @Override
  public void apply(List<? extends Talk> events) {
    write(writer -> reading(searcher -> writer.apply(events, new Snapshot(searcher))));
  }

  @Override
  public void forget(PersonId person, Instant at) {
    var taken = reading(new TakingBack(person, at)::from);
    for (var from = 0; from < taken.size(); from += TAKEN_BACK_AT_ONCE) {
      apply(taken.subList(from, Math.min(taken.size(), from + TAKEN_BACK_AT_ONCE)));
    }
  }

  @Override
  public void forget(WorkspaceId workspace) {
    write(
        writer -> {
          try {
            return writer.forget(workspace);
          } catch (IOException e) {
            throw unusable(e);
          }
        });
  }

  @Override
  public List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    requirePositive(limit);
    var removed = new ArrayList<MessageId>();
    write(
        writer ->
            reading(
                searcher -> {
                  var snapshot = new Snapshot(searcher);
                  removed.addAll(old(snapshot, channel, before, limit));
                  return !removed.isEmpty() && writer.remove(removed, snapshot);
                }));
    return removed;
  }

  private static List<MessageId> old(
      Snapshot snapshot, ChannelId channel, Instant before, int limit) throws IOException {
    var until = Fields.time(before);
    var old = new ArrayList<MessageId>();
    if (until > Long.MIN_VALUE) {
      snapshot.first(Fields.CHANNEL, channel, Long.MIN_VALUE, until - 1, limit).stream()
          .map(filed -> filed.message().id())
          .forEach(old::add);
    }
    if (old.size() < limit) {
      old.addAll(snapshot.gone(channel, before, limit - old.size()));
    }
    return old;
  }

  @Override
  public void expunge() {
    try {
      writing().expunge();
      synchronized (writing()) {
        writing().settle();
        refresh();
      }
    } catch (IOException | AlreadyClosedException e) {
      throw unusable(e);
    }
  }

  /**
   * Holds the files of the last commit: they can be copied while others read and write. What was
   * durable before is in them.
   *
   * @throws ArchiveUnavailableException if they cannot be had
   */
  public HeldFiles hold() {
    try {
      var commit = writing().hold();
      var files = commit.getFileNames().stream().sorted().map(path::resolve).toList();
      return new HeldFiles(files, () -> release(commit));
    } catch (IOException | AlreadyClosedException e) {
      throw unusable(e);
    }
  }

  private void release(IndexCommit commit) {
    try {
      writing().release(commit);
    } catch (IOException | AlreadyClosedException e) {
      throw unusable(e);
    }
  }

  private void write(Predicate<Writing> change) {
    var writer = writing();
    synchronized (writer) {
      if (change.test(writer)) {
        refresh();
      }
    }
  }

  private Writing writing() {
    if (writing == null) {
      throw new IllegalStateException("archive " + path + " is open for reading only");
    }
    return writing;
  }

  private void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    return reading(
        searcher -> {
          var snapshot = new Snapshot(searcher);
          var found = new HashMap<MessageId, Filed>();
          for (var message : messages) {
            var filed = audience.maySee(message) ? snapshot.stored(message).filed() : null;
            if (filed != null) {
              found.put(message, filed);
            }
          }
          return found;
        });
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    requirePositive(limit);
    var from = Fields.time(span.from());
    var until = Fields.time(span.until());
    return audience.maySee(channel) && from < until
        ? reading(
            searcher ->
                new Snapshot(searcher).first(Fields.CHANNEL, channel, from, until - 1, limit))
        : List.of();
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    requirePositive(limit);
    var to = Fields.time(until);
    return audience.maySee(channel) && to > Long.MIN_VALUE
        ? reading(
            searcher ->
                new Snapshot(searcher).last(Fields.CHANNEL, channel, Long.MIN_VALUE, to - 1, limit))
        : List.of();
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    return reading(
        searcher -> {
          var snapshot = new Snapshot(searcher);
          var read = new HashMap<MessageId, List<Filed>>();
          for (var opening : openings) {
            var filed =
                audience.maySee(opening) ? snapshot.conversation(opening) : List.<Filed>of();
            if (!filed.isEmpty()) {
              read.put(opening, filed);
            }
          }
          return read;
        });
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    requirePositive(limit);
    return reading(searcher -> topics(searcher, audience).search(sought, limit));
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    return reading(
        searcher -> {
          var reader = searcher.getIndexReader();
          var segments = sight.of(reader, audience);
          return new Vocabulary(
              new TopicSearch(reader, segments).mentions(words),
              new SpellingSearch(segments).find(shapes));
        });
  }

  private TopicSearch topics(IndexSearcher searcher, Audience audience) throws IOException {
    var reader = searcher.getIndexReader();
    return new TopicSearch(reader, sight.of(reader, audience));
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    requirePositive(limit);
    return reading(
        searcher ->
            new LatestConversations(searcher.getIndexReader(), conversationTallies, latestTallies)
                .of(audience, limit));
  }

  @Override
  public Extent extent(Audience audience) {
    return reading(
        searcher -> {
          long messages = 0;
          long conversations = 0;
          var oldest = Long.MAX_VALUE;
          var newest = Long.MIN_VALUE;
          for (var leaf : searcher.getIndexReader().leaves()) {
            var said = messageTallies.of(leaf.reader());
            for (var channel : said.channels().visibleTo(audience)) {
              messages += said.messages()[channel];
              oldest = Math.min(oldest, said.oldest()[channel]);
              newest = Math.max(newest, said.newest()[channel]);
            }
            var held = conversationTallies.of(leaf.reader());
            for (var channel : held.channels().visibleTo(audience)) {
              conversations += held.conversations()[channel];
            }
          }
          return messages == 0
              ? new Extent(0, 0, null, null)
              : new Extent(messages, conversations, Fields.instant(oldest), Fields.instant(newest));
        });
  }

  /** Another writer takes over where one failed: what can be read can be written. */
  @Override
  public void requireUsable() {
    reading(searcher -> searcher.count(MatchAllDocsQuery.INSTANCE));
  }

  @Override
  public void close() {
    try {
      if (writing != null) {
        synchronized (writing) {
          writing.close();
        }
      }
      searchers.close();
      directory.close();
    } catch (IOException e) {
      throw new ArchiveUnavailableException("cannot close archive " + path, e);
    }
  }

  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      var searcher = searchers.acquire();
      try {
        return reading.of(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      throw unusable(e);
    }
  }

  private ArchiveUnavailableException unusable(Exception cause) {
    return new ArchiveUnavailableException("cannot use archive " + path, cause);
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
