package ponte.opensearch;

import ponte.archive.Archive;
import ponte.archive.ArchiveOrderContract;

class OpenSearchArchiveOrderTest extends ArchiveOrderContract {

  @Override
  protected Archive emptyArchive() {
    return SharedCluster.emptyArchive("order");
  }
}
