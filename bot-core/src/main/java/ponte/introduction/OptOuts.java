package ponte.introduction;

import java.time.Duration;
import java.time.Instant;
import ponte.conversation.PersonId;

/**
 * When people opted out last: what they wished before has ended with it, what they wish after it
 * has not.
 */
final class OptOuts {

  private static final String DEED = "opt out";

  /** Nothing that was wished is kept for longer. */
  private static final Duration MEMORY = Handshakes.MEMORY;

  private final Ledger ledger;

  OptOuts(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Somebody opted out.
   *
   * @param request what makes it the same when it is handled twice
   */
  void note(PersonId account, String request) {
    var first = ledger.note(account, DEED, request, MEMORY);
    if (!first.request().equals(request)) {
      ledger.again(account, DEED, first, request, MEMORY);
    }
  }

  /** Whether somebody opted out at a moment or after it. */
  boolean isSince(PersonId account, Instant moment) {
    return ledger.find(account, DEED).filter(last -> !last.at().isBefore(moment)).isPresent();
  }
}
