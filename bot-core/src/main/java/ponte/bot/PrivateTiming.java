package ponte.bot;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.prompt.Prompted;
import ponte.schedule.DuePrivateDigests;
import ponte.schedule.PrivateDue;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/** Sends people the digests that they wanted for themselves at that moment. */
final class PrivateTiming implements Handler {

  private static final Logger log = LoggerFactory.getLogger(PrivateTiming.class);

  private final DuePrivateDigests digests;
  private final Discretion discretion;
  private final Outbox outbox;

  PrivateTiming(DuePrivateDigests digests, Discretion discretion, Outbox outbox) {
    this.digests = digests;
    this.discretion = discretion;
    this.outbox = outbox;
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var due = Codec.read(leases.getFirst().entry().payload(), PrivateDue.class);
    return switch (digests.make(due)) {
      case Prompted.Say(var outgoing) -> {
        outbox.send(List.of(discretion.of(outgoing, due.person())));
        yield DONE;
      }
      case Prompted.Wait(var until, var reason) -> new Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> {
        log.atInfo()
            .addKeyValue("person", due.person())
            .addKeyValue("reason", reason)
            .log("private digest not sent");
        yield DONE;
      }
    };
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof ArchiveUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
