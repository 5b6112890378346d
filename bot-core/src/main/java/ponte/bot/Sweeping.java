package ponte.bot;

import java.util.List;
import ponte.store.Codec;
import ponte.store.Lease;

/** Removes what is not to be kept any longer, and plans the next time. */
final class Sweeping implements Handler {

  private final Sweep sweep;
  private final Sweeps sweeps;

  Sweeping(Sweep sweep, Sweeps sweeps) {
    this.sweep = sweep;
    this.sweeps = sweeps;
  }

  /** The next night is planned first: no night depends on how this one ends. */
  @Override
  public Outcome handle(List<Lease> leases) {
    var due = Codec.read(leases.getFirst().entry().payload(), Sweeps.Due.class);
    if (due.nightly()) {
      sweeps.tonight();
    }
    sweep.clean();
    if (due.nightly()) {
      sweep.expunge();
    }
    return DONE;
  }
}
