package ponte.bot.trespass;

import java.util.List;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.introduction.Outcome;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Reply;

/** Breaks the rule that who has something said to others at once is listed with the reason. */
public final class SaysToOthers {

  public Outcome say(Reply reply, PersonId other) {
    var to = new Destination.Together(Set.of(other));
    return new Outcome(reply, List.of(new Outgoing("key", to, reply)));
  }
}
