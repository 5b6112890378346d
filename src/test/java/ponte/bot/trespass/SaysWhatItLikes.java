package ponte.bot.trespass;

import java.util.List;
import ponte.bot.Outbox;
import ponte.platform.Outgoing;

/** Breaks the rule that what nobody asked for passes the gate. */
public final class SaysWhatItLikes {

  public void say(Outbox outbox, Outgoing outgoing) {
    outbox.send(List.of(outgoing));
  }
}
