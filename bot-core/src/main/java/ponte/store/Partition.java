package ponte.store;

/**
 * Where documents lie that belong together: they are listed, found by time and dropped together,
 * and a distributed store keeps them in one place.
 *
 * @param kind what the documents are, such as {@code person}; letters, digits and dashes
 * @param owner whose they are, such as a workspace's or a person's id; not blank
 */
public record Partition(String kind, String owner) {

  public Partition {
    if (!kind.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException(
          "kind is '" + kind + "', must be lower case letters, digits and dashes");
    }
    if (owner.isBlank()) {
      throw new IllegalArgumentException("owner of a " + kind + " partition is blank");
    }
  }

  public Key key(String id) {
    return new Key(this, id);
  }
}
