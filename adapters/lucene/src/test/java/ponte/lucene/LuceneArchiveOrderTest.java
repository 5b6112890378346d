package ponte.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.ArchiveOrderContract;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;

class LuceneArchiveOrderTest extends ArchiveOrderContract {

  private static final Nlp NLP = Nlp.shared();

  private final Path directory;
  private int archives;

  LuceneArchiveOrderTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Archive emptyArchive() {
    return LuceneArchive.open(
        directory.resolve("archive-" + archives++), NLP, Conversations.Rules.DEFAULT);
  }
}
