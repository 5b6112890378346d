package ponte.platform;

import java.time.Instant;

/** What became of a delivery. */
public sealed interface Delivery {

  /** It is there. */
  record Delivered() implements Delivery {}

  /** The platform wants it later. */
  record Later(Instant notBefore, String reason) implements Delivery {}

  /** It can never be delivered. */
  record Impossible(String reason) implements Delivery {}
}
