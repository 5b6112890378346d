package ponte.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Holdings;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;

/**
 * What an archive in a directory keeps at the moment in which this is opened, also while another
 * process writes it; messages in order of their ids.
 */
public final class LuceneHoldings implements Holdings {

  private final Path path;
  private final Directory directory;
  private final DirectoryReader reader;

  private LuceneHoldings(Path path, Directory directory, DirectoryReader reader) {
    this.path = path;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * Opens those of the archive in a directory.
   *
   * @throws ArchiveUnavailableException if there is none or it cannot be read
   */
  public static LuceneHoldings open(Path path) {
    Directory directory = null;
    try {
      directory = FSDirectory.open(path);
      return new LuceneHoldings(path, directory, DirectoryReader.open(directory));
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(directory);
      throw new ArchiveUnavailableException(
          e instanceof IndexNotFoundException
              ? "there is no archive in " + path
              : "cannot open archive " + path,
          e);
    }
  }

  @Override
  public Part after(String end, int limit) {
    try {
      return part(end, limit);
    } catch (IOException e) {
      throw new ArchiveUnavailableException("cannot read archive " + path, e);
    }
  }

  private Part part(String end, int limit) throws IOException {
    var terms = MultiTerms.getTerms(reader, Fields.MESSAGE);
    if (terms == null) {
      return new Part(new ArrayList<>(), BEGINNING);
    }
    var snapshot = new Snapshot(new IndexSearcher(reader));
    var names = terms.iterator();
    var found = names.seekCeil(new BytesRef(end));
    var name = found == SeekStatus.END ? null : names.term();
    if (found == SeekStatus.FOUND) {
      name = names.next();
    }
    var events = new ArrayList<Talk>();
    var last = end;
    for (var count = 0; name != null && count < limit; name = names.next()) {
      last = name.utf8ToString();
      var message = MessageId.parse(last);
      var its = snapshot.stored(message).kept().events(message);
      events.addAll(its);
      count += its.isEmpty() ? 0 : 1;
    }
    // Whoever looks for more later looks through all: a message that changes keeps its id.
    return new Part(events, events.isEmpty() ? BEGINNING : last);
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new ArchiveUnavailableException("cannot close archive " + path, e);
    }
  }
}
