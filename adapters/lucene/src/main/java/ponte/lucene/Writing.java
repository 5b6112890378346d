package ponte.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import ponte.archive.Conversations;
import ponte.archive.Filing;
import ponte.archive.SpokenWords;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** The one that writes the index. For one thread at a time. */
final class Writing {

  /** What a commit says of the index as a whole: its layout, and how flat chat was filed. */
  static final String FORMAT = "format";

  private static final String FILED = "filed";

  /** Of so many channels the last messages are kept in memory. */
  private static final int CHANNELS_AT_HAND = 1_000;

  /** Some 20 MB of messages, and not a second's work. */
  private static final int REFILED_AT_ONCE = 10_000;

  private static final double BUFFER_MB = 48;

  private final Directory directory;
  private final Filing filing;
  private final ConversationWords words;
  private final SnapshotDeletionPolicy commits;
  private IndexWriter writer;

  private Writing(
      Directory directory,
      Filing filing,
      ConversationWords words,
      SnapshotDeletionPolicy commits,
      IndexWriter writer) {
    this.directory = directory;
    this.filing = filing;
    this.words = words;
    this.commits = commits;
    this.writer = writer;
  }

  /**
   * Takes the directory's lock and makes an empty index where there is none; one that was filed in
   * another way is filed anew.
   */
  static Writing open(Directory directory, Conversations conversations, Nlp nlp)
      throws IOException {
    return open(directory, conversations, nlp, REFILED_AT_ONCE);
  }

  static Writing open(Directory directory, Conversations conversations, Nlp nlp, int refiledAtOnce)
      throws IOException {
    var filing = new Filing(conversations, CHANNELS_AT_HAND);
    // The same one for every writer, so that files which are held stay when one takes over.
    var commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    var writing =
        new Writing(
            directory, filing, new ConversationWords(nlp), commits, writer(directory, commits));
    try {
      writing.fileAs(conversations, refiledAtOnce);
      return writing;
    } catch (IOException | RuntimeException e) {
      writing.rollBack();
      throw e;
    }
  }

  private static IndexWriter writer(Directory directory, SnapshotDeletionPolicy commits)
      throws IOException {
    var config = new IndexWriterConfig(analyzer());
    config.setSimilarity(new BM25Similarity());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    config.setIndexDeletionPolicy(commits);
    config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
    return new IndexWriter(directory, config);
  }

  private void fileAs(Conversations conversations, int refiledAtOnce) throws IOException {
    var said = new HashMap<String, String>();
    var data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(entry -> said.put(entry.getKey(), entry.getValue()));
    }
    var format = said.getOrDefault(FORMAT, Fields.FORMAT);
    if (!format.equals(Fields.FORMAT)) {
      throw new IOException(
          "the index has format %s, this version of Ponte reads %s"
              .formatted(format, Fields.FORMAT));
    }
    var signature = conversations.signature() + " " + SpokenWords.VERSION;
    if (signature.equals(said.get(FILED))) {
      return;
    }
    if (DirectoryReader.indexExists(directory)) {
      new Refiling(directory, writer, conversations, words, refiledAtOnce).file(signature, said);
    }
    writer.setLiveCommitData(Map.of(FORMAT, Fields.FORMAT, FILED, signature).entrySet());
    writer.commit();
  }

  private static AnalyzerWrapper analyzer() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        for (var language : Language.values()) {
          if (field.equals(Fields.words(language))) {
            return Analyzers.of(language);
          }
        }
        throw new IllegalArgumentException("field " + field + " is not to be analysed");
      }
    };
  }

  /**
   * Makes what the events change durable, all or nothing.
   *
   * @param snapshot the last commit
   * @return false where they change nothing
   */
  boolean apply(List<? extends Talk> events, Snapshot snapshot) throws IOException {
    return whole(() -> new Intake(snapshot, filing, words).write(events, writer));
  }

  /** Removes a workspace, durable when it returns. */
  boolean forget(WorkspaceId workspace) throws IOException {
    return whole(
        () -> {
          filing.forget();
          writer.deleteDocuments(
              new PrefixQuery(Fields.of(Fields.MESSAGE, workspace)),
              new PrefixQuery(Fields.of(Fields.OPENING, workspace)));
          return true;
        });
  }

  /** Removes these messages, durable when it returns. */
  boolean remove(List<MessageId> messages, Snapshot snapshot) throws IOException {
    return whole(
        () -> {
          new Intake(snapshot, filing, words).remove(messages, writer);
          return true;
        });
  }

  /**
   * Writes every file anew that has something in it which was removed. Others go on writing
   * meanwhile; {@link #settle} makes it durable.
   */
  void expunge() throws IOException {
    open().forceMergeDeletes(true);
  }

  /** Leaves the files alone that are wanted. */
  synchronized void settle() throws IOException {
    open().commit();
    open().deleteUnusedFiles();
  }

  /** The last commit, whose files stay until it is let go of. */
  synchronized IndexCommit hold() throws IOException {
    open();
    return commits.snapshot();
  }

  /** Lets go of a commit; its files go when they are no one's any more. */
  synchronized void release(IndexCommit commit) throws IOException {
    commits.release(commit);
    open().deleteUnusedFiles();
  }

  private synchronized IndexWriter open() throws IOException {
    if (!writer.isOpen()) {
      writer = writer(directory, commits);
    }
    return writer;
  }

  private interface Change {
    /** Tells the writer; false: there is nothing to tell. */
    boolean make() throws IOException;
  }

  /** Commits a change, or leaves no trace of it. */
  private boolean whole(Change change) throws IOException {
    open();
    var done = false;
    try {
      var changes = change.make();
      if (changes) {
        writer.commit();
      }
      done = true;
      return changes;
    } finally {
      if (!done) {
        filing.forget();
        rollBack();
      }
    }
  }

  private void rollBack() throws IOException {
    try {
      writer.rollback();
    } catch (AlreadyClosedException e) {
      // It closed itself when it failed: what it held is gone, as intended.
    }
  }

  void close() throws IOException {
    rollBack();
  }
}
