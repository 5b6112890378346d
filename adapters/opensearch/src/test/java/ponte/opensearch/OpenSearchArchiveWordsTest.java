package ponte.opensearch;

import ponte.archive.Archive;
import ponte.archive.ArchiveWordsContract;

class OpenSearchArchiveWordsTest extends ArchiveWordsContract {

  @Override
  protected Archive emptyArchive() {
    return SharedCluster.emptyArchive("words");
  }
}
