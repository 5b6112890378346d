package ponte.opensearch;

import ponte.archive.Archive;
import ponte.archive.ArchiveContract;

class OpenSearchArchiveTest extends ArchiveContract {

  @Override
  protected Archive emptyArchive() {
    return SharedCluster.emptyArchive("reads");
  }
}
