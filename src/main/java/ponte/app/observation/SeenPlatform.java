package ponte.app.observation;

import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.platform.ChatPlatform;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Turn;
import ponte.platform.TurnLostException;

/** A platform whose deliveries are measured. */
public final class SeenPlatform implements ChatPlatform {

  private final ChatPlatform platform;
  private final Traffic traffic;

  public SeenPlatform(ChatPlatform platform, Traffic traffic) {
    this.platform = platform;
    this.traffic = traffic;
  }

  @Override
  public boolean serves(Destination to) {
    return platform.serves(to);
  }

  @Override
  public Set<Capability> capabilities() {
    return platform.capabilities();
  }

  @Override
  public Optional<MessageId> posted(ChannelId channel, String delivery) {
    return platform.posted(channel, delivery);
  }

  @Override
  public boolean isWritten(PersonId person, String delivery) {
    return platform.isWritten(person, delivery);
  }

  @Override
  public Delivery deliver(Outgoing outgoing, Turn turn) {
    var begun = Timer.start(traffic.registry());
    var outcome = "failed";
    try {
      var delivery = platform.deliver(outgoing, turn);
      outcome = Meters.label(delivery.getClass());
      if (delivery instanceof Delivery.Impossible(var reason)) {
        traffic.failed(reason);
      }
      return delivery;
    } catch (TurnLostException e) {
      outcome = "turn-lost";
      throw e;
    } catch (PlatformUnavailableException e) {
      outcome = "no-answer";
      traffic.failed("no-answer: " + e.getMessage());
      throw e;
    } catch (RuntimeException e) {
      traffic.failed("failed: " + e.getMessage());
      throw e;
    } finally {
      traffic.delivered(begun, outcome);
    }
  }
}
