package ponte.web;

import ponte.reply.Reply;

/** The page on which a person sees what Ponte keeps for them. */
public record HomePage(Reader reader, Reply reply) {

  /** What stands on the page. */
  public ChatEntry.Replied shown() {
    return ChatEntry.Replied.alone(reply);
  }
}
