package ponte.web;

import java.time.Instant;
import java.util.Set;
import ponte.reply.Reply;

/** The page on which a person sees what Ponte keeps for them. */
public record HomePage(Reader reader, Reply reply) {

  /** The page as an entry of no chat: what is pressed on it carries itself. */
  public ChatEntry.Replied shown() {
    return new ChatEntry.Replied(null, reply, Set.of(), Set.of(), Instant.EPOCH);
  }
}
