package ponte.conversation;

/** The platform's own name of an event: what arrives twice carries it twice. */
public record EventId(String value) {

  public EventId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("event id is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
