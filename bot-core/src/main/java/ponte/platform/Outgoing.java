package ponte.platform;

import ponte.reply.Reply;

/**
 * A reply on its way out.
 *
 * @param key what makes it the same delivery when it is tried twice
 */
public record Outgoing(String key, Destination to, Reply reply) {}
