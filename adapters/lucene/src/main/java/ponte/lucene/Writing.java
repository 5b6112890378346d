package ponte.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import ponte.archive.Filing;
import ponte.conversation.Event.Talk;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;

/** The one that writes the index. For one thread at a time. */
final class Writing {

  private static final String FORMAT_KEY = "format";
  private static final double BUFFER_MB = 48;

  private final Directory directory;
  private final Filing filing;
  private final ConversationWords words;
  private IndexWriter writer;

  private Writing(Directory directory, Filing filing, ConversationWords words, IndexWriter writer) {
    this.directory = directory;
    this.filing = filing;
    this.words = words;
    this.writer = writer;
  }

  /** Takes the directory's lock and makes an empty index where there is none. */
  static Writing open(Directory directory, Filing filing, ConversationWords words)
      throws IOException {
    return new Writing(directory, filing, words, writer(directory));
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    var config = new IndexWriterConfig(analyzer());
    config.setSimilarity(new BM25Similarity());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    var writer = new IndexWriter(directory, config);
    try {
      requireFormat(writer);
      writer.commit();
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static void requireFormat(IndexWriter writer) throws IOException {
    var data = writer.getLiveCommitData();
    if (data == null) {
      writer.setLiveCommitData(Map.of(FORMAT_KEY, Fields.FORMAT).entrySet());
      return;
    }
    for (var entry : data) {
      if (entry.getKey().equals(FORMAT_KEY) && !entry.getValue().equals(Fields.FORMAT)) {
        throw new IOException(
            "the index has format %s, this version of Ponte reads %s"
                .formatted(entry.getValue(), Fields.FORMAT));
      }
    }
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
    if (!writer.isOpen()) {
      writer = writer(directory);
    }
    var done = false;
    try {
      var changes = new Intake(snapshot, filing, words).write(events, writer);
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
