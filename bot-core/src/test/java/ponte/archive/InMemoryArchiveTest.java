package ponte.archive;

class InMemoryArchiveTest extends ArchiveContract {

  @Override
  protected Archive emptyArchive() {
    return new InMemoryArchive();
  }
}
