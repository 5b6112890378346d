package ponte.web;

import java.time.Instant;
import java.util.Set;
import ponte.reply.Reply;

/** The page on which community managers see the discussions they began, and may begin others. */
public record SeedsPage(Reader reader, Reply overview) {

  /** The page as an entry of no chat: what is pressed on it carries itself. */
  public ChatEntry.Replied shown() {
    return new ChatEntry.Replied(null, overview, Set.of(), Set.of(), Instant.EPOCH);
  }
}
