package ponte.app.storage;

/** A setting that is never shown. */
public record Secret(String value) {

  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("secret is blank");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
