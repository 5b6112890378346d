package ponte.platform;

import java.time.Instant;

/** What became of a delivery. */
public sealed interface Delivery {

  /** It is there. */
  record Delivered() implements Delivery {}

  /**
   * The platform wants it later.
   *
   * @param begun whether some of several people have it already
   */
  record Later(Instant notBefore, String reason, boolean begun) implements Delivery {

    /** Nobody has it yet. */
    public Later(Instant notBefore, String reason) {
      this(notBefore, reason, false);
    }
  }

  /** It can never be delivered. */
  record Impossible(String reason) implements Delivery {}
}
