package ponte.bot;

import ponte.platform.Turn;
import ponte.platform.TurnLostException;
import ponte.store.Lease;

/** The turn of whoever holds the lease of an entry. */
record LeasedTurn(Workplace workplace, Lease lease) implements Turn {

  /**
   * Lengthens the lease. Who stood still while the answer came asks again: what it says may be no
   * longer so.
   */
  @Override
  public void confirm() {
    var half = workplace.lease().toNanos() / 2;
    long asked;
    do {
      asked = workplace.ticks().getAsLong();
      if (!workplace.queue().extend(lease, workplace.lease())) {
        throw new TurnLostException(lease.entry().key() + " is in other hands");
      }
    } while (workplace.ticks().getAsLong() - asked > half);
  }
}
