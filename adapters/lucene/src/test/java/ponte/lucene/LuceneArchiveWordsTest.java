package ponte.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.ArchiveWordsContract;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;

class LuceneArchiveWordsTest extends ArchiveWordsContract {

  private static final Nlp NLP = Nlp.shared();

  private final Path directory;
  private int archives;

  LuceneArchiveWordsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Archive emptyArchive() {
    return LuceneArchive.open(
        directory.resolve("archive-" + archives++), NLP, Conversations.Rules.DEFAULT);
  }
}
