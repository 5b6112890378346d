package ponte.seeding;

import ponte.conversation.Channel;

/**
 * A discussion that may be worth beginning.
 *
 * @param room the channel where it belongs
 * @param about what it is about, in the words by which colleagues for it are found
 * @param worth more is better; comparable with the others of the same moment
 */
record Proposal(Channel room, Reason reason, String about, double worth) {}
