package ponte.digest.trespass;

/** Breaks the rule that time is given. */
public final class TimeTaken {

  public java.time.Instant now() {
    return java.time.Instant.now();
  }
}
