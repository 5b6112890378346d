package ponte.bot;

import java.util.List;
import ponte.conversation.Event;
import ponte.store.Codec;
import ponte.store.Lease;

/** Answers what people asked: the replies are in the outbox before the request is done with. */
final class Answering implements Handler {

  private final Newcomers newcomers;
  private final Bot bot;
  private final Outbox outbox;

  Answering(Newcomers newcomers, Bot bot, Outbox outbox) {
    this.newcomers = newcomers;
    this.bot = bot;
    this.outbox = outbox;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    for (var event :
        Codec.read(leases.getFirst().entry().payload(), Inbox.Envelope.class).events()) {
      var request = (Event.Request) event;
      var asked = newcomers.meet(request.by());
      var answer = bot.answer(request);
      if (!asked) {
        // By this very request somebody may be back.
        newcomers.meet(request.by());
      }
      outbox.send(answer);
    }
    return DONE;
  }
}
