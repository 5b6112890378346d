package ponte.bot;

import java.util.List;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

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
    var outgoing = Codec.read(lease.entry().payload(), Outgoing.class);
    var turn = new LeasedTurn(workplace, lease);
    var workspace = outgoing.to().workspace();
    return platforms.stream()
        .filter(platform -> platform.serves(outgoing.to()))
        .findFirst()
        .map(platform -> outcomeOf(platform.deliver(outgoing, turn)))
        .orElseGet(() -> new Outcome.Never("no platform serves workspace " + workspace));
  }

  private static Outcome outcomeOf(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered _ -> DONE;
      case Delivery.Later(var notBefore, var reason) -> new Outcome.Again(notBefore, reason);
      case Delivery.Impossible(var reason) -> new Outcome.Never(reason);
    };
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof PlatformUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
