package ponte.conversation;

/** The platform's own name of an event: what arrives twice carries it twice. */
public record EventId(String value) {

  public EventId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("event id is blank");
    }
  }

  /** Reads what {@link #toString()} wrote. */
  public static EventId parse(String written) {
    return new EventId(written);
  }

  @Override
  public String toString() {
    return value;
  }
}
