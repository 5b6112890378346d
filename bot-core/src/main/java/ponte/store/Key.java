package ponte.store;

/** Names one document. */
public record Key(Partition partition, String id) {

  public Key {
    if (id.isBlank()) {
      throw new IllegalArgumentException("document id in " + partition + " is blank");
    }
  }
}
