package ponte.bot;

import java.util.List;
import ponte.schedule.Due;
import ponte.schedule.DueDigests;
import ponte.store.Codec;
import ponte.store.Lease;

/** Does what was planned for a moment: the replies are in the outbox before it is done with. */
final class Timing implements Handler {

  private final DueDigests digests;
  private final Discretion discretion;
  private final Outbox outbox;
  private final Unasked unasked;

  Timing(DueDigests digests, Discretion discretion, Outbox outbox, Unasked unasked) {
    this.digests = digests;
    this.discretion = discretion;
    this.outbox = outbox;
    this.unasked = unasked;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var due = Codec.read(leases.getFirst().entry().payload(), Due.class);
    for (var made : digests.make(due)) {
      var outgoing = discretion.of(made.outgoing(), null);
      if (made.unasked() == null) {
        outbox.send(List.of(outgoing));
      } else {
        unasked.plan(outgoing, made.unasked());
      }
    }
    return DONE;
  }
}
