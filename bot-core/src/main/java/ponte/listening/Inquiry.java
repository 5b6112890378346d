package ponte.listening;

import java.util.Set;

/**
 * A question that somebody asked the room.
 *
 * @param spoken the message that asks it, with the terms of the sentences that ask
 * @param told the terms of all of the message, in order
 * @param answered whether anybody else spoke in its conversation, whoever it was
 * @param answerers numbers that stand for those others who did, take part and are still there
 */
record Inquiry(Spoken spoken, int[] told, boolean answered, Set<Integer> answerers) {
  Inquiry {
    answerers = Set.copyOf(answerers);
  }
}
