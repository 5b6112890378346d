package ponte.web;

import ponte.reply.Reply;

/** The page on which community managers see the discussions they began, and may begin others. */
public record SeedsPage(Reader reader, Reply overview) {

  /** What stands on the page. */
  public ChatEntry.Replied shown() {
    return ChatEntry.Replied.alone(overview);
  }
}
