package ponte.archive;

class InMemoryArchiveWordsTest extends ArchiveWordsContract {

  @Override
  protected Archive emptyArchive() {
    return new InMemoryArchive();
  }
}
