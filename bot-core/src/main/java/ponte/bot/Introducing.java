package ponte.bot;

import java.util.List;
import ponte.pairing.Deciding;
import ponte.pairing.RoundDue;
import ponte.store.Codec;
import ponte.store.Lease;

/** Decides who is introduced to whom when the week has come. */
final class Introducing implements Handler {

  private final Deciding deciding;

  Introducing(Deciding deciding) {
    this.deciding = deciding;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    deciding.decide(Codec.read(leases.getFirst().entry().payload(), RoundDue.class));
    return DONE;
  }
}
