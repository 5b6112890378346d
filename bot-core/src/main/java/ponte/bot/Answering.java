package ponte.bot;

import java.util.List;
import ponte.archive.ArchiveUnavailableException;
import ponte.conversation.Event;
import ponte.store.Codec;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/** Answers what people asked: the replies are in the outbox before the request is done with. */
final class Answering implements Handler {

  private final Bot bot;
  private final Outbox outbox;

  Answering(Bot bot, Outbox outbox) {
    this.bot = bot;
    this.outbox = outbox;
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    for (var event :
        Codec.read(leases.getFirst().entry().payload(), Inbox.Envelope.class).events()) {
      outbox.send(bot.answer((Event.Request) event));
    }
    return DONE;
  }

  @Override
  public boolean passes(RuntimeException failure) {
    return failure instanceof ArchiveUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
