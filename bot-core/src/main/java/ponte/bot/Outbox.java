package ponte.bot;

import java.time.Clock;
import java.util.List;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** Where replies wait to be delivered; each goes out once, in the order of its destination. */
public final class Outbox {

  static final String TOPIC = "outbox";

  private final Queue queue;
  private final Clock clock;

  public Outbox(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Takes replies to be delivered; those that it has taken before are passed over. */
  public void send(List<Outgoing> replies) {
    if (!replies.isEmpty()) {
      queue.add(
          replies.stream()
              .map(
                  reply ->
                      new Entry(
                          TOPIC,
                          laneOf(reply.to()),
                          reply.key(),
                          Codec.write(reply),
                          clock.instant()))
              .toList());
    }
  }

  private static String laneOf(Destination to) {
    return switch (to) {
      case Destination.Answer answer -> answer.person().toString();
      case Destination.Together together -> together.people().stream().sorted().toList().toString();
      case Destination.Home home -> home.person().toString();
      case Destination.InChannel inChannel -> inChannel.channel().toString();
      case Destination.InThread inThread -> inThread.opening().channel().toString();
      case Destination.Under under -> under.channel().toString();
      case Destination.InPlaceOf inPlaceOf -> laneOf(inPlaceOf.place());
    };
  }
}
