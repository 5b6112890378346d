package ponte.prompt;

import java.time.Instant;
import ponte.platform.Outgoing;

/** What came of a prompt when its moment had come. */
public sealed interface Prompted {

  /** It is to be said. */
  record Say(Outgoing outgoing) implements Prompted {}

  /** It cannot be told before a moment whether it is to be said. */
  record Wait(Instant until, String reason) implements Prompted {}

  /** It has lost its point. */
  record Drop(String reason) implements Prompted {}
}
