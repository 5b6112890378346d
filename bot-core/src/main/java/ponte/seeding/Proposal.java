package ponte.seeding;

import ponte.conversation.Channel;

/**
 * A discussion that may be worth beginning.
 *
 * @param room the channel where it belongs
 * @param about what it is about, in the words by which colleagues for it are found
 * @param wanted what is asked of the channel
 * @param worth more is better; comparable with the others of the same moment
 */
record Proposal(Channel room, Reason reason, String about, Prompting.Wanted wanted, double worth) {

  /** One that asks for no opinions. */
  Proposal(Channel room, Reason reason, String about, double worth) {
    this(room, reason, about, Prompting.Wanted.HELP, worth);
  }
}
