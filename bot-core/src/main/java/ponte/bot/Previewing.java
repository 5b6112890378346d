package ponte.bot;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.prompt.Prompted;
import ponte.schedule.Due;
import ponte.schedule.Previews;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/** Shows digests to those who scheduled them before they are posted. */
final class Previewing implements Handler {

  private static final Logger log = LoggerFactory.getLogger(Previewing.class);

  private final Previews previews;
  private final Discretion discretion;
  private final Outbox outbox;

  Previewing(Previews previews, Discretion discretion, Outbox outbox) {
    this.previews = previews;
    this.discretion = discretion;
    this.outbox = outbox;
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var due = Codec.read(leases.getFirst().entry().payload(), Due.class);
    return switch (previews.make(due)) {
      case Prompted.Say(var outgoing) -> {
        outbox.send(List.of(discretion.of(outgoing, null)));
        yield DONE;
      }
      case Prompted.Wait(var until, var reason) -> new Outcome.Again(until, reason);
      case Prompted.Drop(var reason) -> {
        log.atInfo()
            .addKeyValue("channel", due.channel())
            .addKeyValue("reason", reason)
            .log("digest not previewed");
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
