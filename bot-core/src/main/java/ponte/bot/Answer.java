package ponte.bot;

import ponte.reply.Reply;

/**
 * What Ponte says to somebody who waits.
 *
 * @param found whether there was what they looked for; if not, the reply says what to do
 */
public record Answer(Reply reply, boolean found) {}
