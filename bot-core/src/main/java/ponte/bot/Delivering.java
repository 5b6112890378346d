package ponte.bot;

import java.util.List;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Outgoing;
import ponte.store.Codec;
import ponte.store.Lease;

/** Hands replies to the platform where they belong. */
final class Delivering implements Handler {

  private final List<ChatPlatform> platforms;
  private final Workplace workplace;

  Delivering(List<ChatPlatform> platforms, Workplace workplace) {
    this.platforms = List.copyOf(platforms);
    this.workplace = workplace;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var lease = leases.getFirst();
    return deliver(Codec.read(lease.entry().payload(), Outgoing.class), lease);
  }

  /** Delivers what comes of an entry. */
  Outcome deliver(Outgoing outgoing, Lease lease) {
    return deliver(outgoing, lease, () -> {});
  }

  /**
   * Delivers what comes of an entry.
   *
   * @param lease whoever holds it is the one who delivers
   * @param said done once somebody has it, or may have; again with each of several tries
   */
  Outcome deliver(Outgoing outgoing, Lease lease, Runnable said) {
    var turn = new LeasedTurn(workplace, lease);
    var workspace = outgoing.to().workspace();
    var delivery =
        platforms.stream()
            .filter(platform -> platform.serves(outgoing.to()))
            .findFirst()
            .<Delivery>map(platform -> platform.deliver(outgoing, turn))
            .orElseGet(() -> new Delivery.Impossible("no platform serves workspace " + workspace));
    // What a platform gives up may have been said to one of several, or be in doubt.
    if (!(delivery instanceof Delivery.Later(_, _, var begun)) || begun) {
      said.run();
    }
    return outcomeOf(delivery);
  }

  private static Outcome outcomeOf(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered _ -> DONE;
      case Delivery.Later(var notBefore, var reason, _) -> new Outcome.Hindered(notBefore, reason);
      case Delivery.Impossible(var reason) -> new Outcome.Never(reason);
    };
  }
}
