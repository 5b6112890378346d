package ponte.archive;

class InMemoryArchiveOrderTest extends ArchiveOrderContract {

  @Override
  protected Archive emptyArchive() {
    return new InMemoryArchive();
  }
}
